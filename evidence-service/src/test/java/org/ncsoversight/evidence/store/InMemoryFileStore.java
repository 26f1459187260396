package org.ncsoversight.evidence.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.files.store.FileWithheld;

/** The twin of the one in GridFS. */
public final class InMemoryFileStore implements FileStore {

    private final Map<UUID, byte[]> files = new LinkedHashMap<>();
    private final Set<UUID> damaged = new HashSet<>();
    private final InMemoryFileScans scans;
    private final Map<UUID, Upload> uploads = new LinkedHashMap<>();

    /** Where no scanner is configured. */
    public InMemoryFileStore() {
        this(new InMemoryFileScans(ScanState.UNSCANNED));
    }

    public InMemoryFileStore(InMemoryFileScans scans) {
        this.scans = scans;
    }

    @Override
    public synchronized void begin(Upload upload) {
        if (!upload.files().isEmpty()) {
            uploads.put(upload.id(), upload);
        }
    }

    @Override
    public synchronized void write(UUID file, InputStream content) throws IOException {
        scans.begin(file);
        files.put(file, content.readAllBytes());
        scans.complete(file);
    }

    @Override
    public synchronized void finish(Upload upload) {
        uploads.remove(upload.id());
    }

    @Override
    public synchronized void abandon(Upload upload) {
        upload.files().forEach(files::remove);
        upload.files().forEach(scans::forget);
        uploads.remove(upload.id());
    }

    @Override
    public synchronized List<Upload> unfinishedSince(Instant before) {
        return uploads.values().stream()
                .filter(upload -> upload.startedAt().isBefore(before))
                .toList();
    }

    @Override
    public synchronized void read(UUID file, long from, long length, OutputStream to) throws IOException {
        FileScan scan = scans.of(List.of(file)).get(file);
        if (scan != null && !scan.state().mayLeave()) {
            throw new FileWithheld(scan);
        }
        to.write(bytes(file), (int) from, (int) length);
    }

    @Override
    public synchronized void readForScan(UUID file, OutputStream to) throws IOException {
        if (damaged.contains(file)) {
            throw new IOException("a part is missing");
        }
        to.write(bytes(file));
    }

    @Override
    public synchronized void discard(UUID file) {
        files.remove(file);
    }

    private byte[] bytes(UUID file) throws FileNotFoundException {
        var bytes = files.get(file);
        if (bytes == null) {
            throw new FileNotFoundException(file.toString());
        }
        return bytes;
    }

    /** A part of it is lost. */
    public synchronized void damage(UUID file) {
        damaged.add(file);
    }

    public synchronized int count() {
        return files.size();
    }
}
