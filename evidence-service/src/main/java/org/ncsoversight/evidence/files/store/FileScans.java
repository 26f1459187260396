package org.ncsoversight.evidence.files.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.FileScan;

/** Keeps what is known about viruses in files; the {@link FileStore} starts a record for each file it keeps. */
public interface FileScans {

    /**
     * Where a scanner is configured, files nothing is known of and those kept without a scan stand in quarantine; where
     * none is, files nothing is known of are absent.
     */
    Map<UUID, FileScan> of(Collection<UUID> files);

    /**
     * Has files that were kept without a scan wait for one, some at a time.
     *
     * @return the last file looked at, to go on after; empty when there was none
     */
    Optional<UUID> enqueueUnscanned(@Nullable UUID after, int limit);

    /** What is to be looked at by now, longest waiting first. */
    List<FileScan> due(Instant now, int limit);

    /** Takes one that is due until a time; false when somebody else was faster. */
    boolean claim(FileScan scan, Instant until);

    /** Keeps what became of one. */
    void keep(FileScan scan);

    /** The file is there no more. */
    void forget(UUID file);

    /** Files found infected, latest first. */
    List<FileScan> infected(int limit);

    /** How many files wait for their scan. */
    long quarantined();
}
