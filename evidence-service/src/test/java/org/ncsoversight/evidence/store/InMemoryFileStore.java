package org.ncsoversight.evidence.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The twin of the one in GridFS. */
public final class InMemoryFileStore implements FileStore {

    private final Map<UUID, byte[]> files = new LinkedHashMap<>();
    private final Map<UUID, Upload> uploads = new LinkedHashMap<>();

    @Override
    public synchronized void begin(Upload upload) {
        if (!upload.files().isEmpty()) {
            uploads.put(upload.id(), upload);
        }
    }

    @Override
    public synchronized void write(UUID file, InputStream content) throws IOException {
        files.put(file, content.readAllBytes());
    }

    @Override
    public synchronized void finish(Upload upload) {
        uploads.remove(upload.id());
    }

    @Override
    public synchronized void abandon(Upload upload) {
        upload.files().forEach(files::remove);
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
        var bytes = files.get(file);
        if (bytes == null) {
            throw new FileNotFoundException(file.toString());
        }
        to.write(bytes, (int) from, (int) length);
    }

    public synchronized int count() {
        return files.size();
    }
}
