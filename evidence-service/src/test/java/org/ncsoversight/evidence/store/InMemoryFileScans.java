package org.ncsoversight.evidence.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.model.FileScan;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.model.ScanState;

/** The twin of the one in MongoDB; what it is told happens at noon. */
public final class InMemoryFileScans implements FileScans {

    private final Map<UUID, FileScan> kept = new LinkedHashMap<>();
    private final ScanState stateOfNewFiles;

    public InMemoryFileScans(ScanState stateOfNewFiles) {
        this.stateOfNewFiles = stateOfNewFiles;
    }

    synchronized void begin(UUID file) {
        keep(FileScan.first(file, stateOfNewFiles, Samples.NOON));
    }

    synchronized void complete(UUID file) {
        kept.computeIfPresent(file, (_, scan) -> at(scan, Samples.NOON));
    }

    @Override
    public synchronized Map<UUID, FileScan> of(Collection<UUID> files) {
        return files.stream()
                .map(kept::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableMap(FileScan::file, scan -> scan));
    }

    @Override
    public synchronized List<FileScan> due(Instant now, int limit) {
        return kept.values().stream()
                .filter(scan -> scan.due() != null && !scan.due().isAfter(now))
                .sorted(Comparator.comparing(FileScan::due))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean claim(FileScan scan, Instant until) {
        return kept.replace(scan.file(), scan, at(scan, until));
    }

    @Override
    public synchronized void keep(FileScan scan) {
        kept.put(scan.file(), scan);
    }

    @Override
    public synchronized void forget(UUID file) {
        kept.remove(file);
    }

    @Override
    public synchronized List<FileScan> infected(int limit) {
        return kept.values().stream()
                .filter(scan -> scan.state() == ScanState.INFECTED)
                .sorted(Comparator.comparing(FileScan::since).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long quarantined() {
        return kept.values().stream()
                .filter(scan -> scan.state() == ScanState.QUARANTINED)
                .count();
    }

    private static FileScan at(FileScan scan, Instant due) {
        return new FileScan(
                scan.file(), scan.state(), scan.signature(), scan.trouble(), scan.attempts(), scan.since(), due);
    }
}
