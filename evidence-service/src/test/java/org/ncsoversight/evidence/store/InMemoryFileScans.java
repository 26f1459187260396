package org.ncsoversight.evidence.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.files.store.FileScans;
import org.ncsoversight.evidence.model.Samples;

/** The twin of the one in MongoDB; what it is told happens at noon. */
public final class InMemoryFileScans implements FileScans {

    private final Map<UUID, FileScan> kept = new LinkedHashMap<>();
    private final Set<UUID> files = new TreeSet<>();
    private ScanState stateOfNewFiles;

    public InMemoryFileScans(ScanState stateOfNewFiles) {
        this.stateOfNewFiles = stateOfNewFiles;
    }

    /** A scanner is configured from now on. */
    public synchronized void scannerComes() {
        stateOfNewFiles = ScanState.QUARANTINED;
    }

    synchronized void begin(UUID file) {
        keep(FileScan.first(file, stateOfNewFiles, Samples.NOON));
    }

    synchronized void complete(UUID file) {
        files.add(file);
        kept.computeIfPresent(file, (_, scan) -> at(scan, Samples.NOON));
    }

    @Override
    public synchronized Map<UUID, FileScan> of(Collection<UUID> files) {
        var known = new LinkedHashMap<UUID, FileScan>();
        for (UUID file : files) {
            if (kept.containsKey(file)) {
                known.put(file, kept.get(file).asFarAs(stateOfNewFiles));
            } else if (stateOfNewFiles == ScanState.QUARANTINED) {
                known.put(file, FileScan.first(file, stateOfNewFiles, Samples.NOON));
            }
        }
        return known;
    }

    @Override
    public synchronized Optional<UUID> enqueueUnscanned(@Nullable UUID after, int limit) {
        var some = files.stream()
                .filter(file -> after == null || file.compareTo(after) > 0)
                .limit(limit)
                .toList();
        for (UUID file : some) {
            FileScan before = kept.get(file);
            if (before == null || before.state() == ScanState.UNSCANNED) {
                kept.put(file, at(FileScan.first(file, ScanState.QUARANTINED, Samples.NOON), Samples.NOON));
            }
        }
        return some.isEmpty() ? Optional.empty() : Optional.of(some.getLast());
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
