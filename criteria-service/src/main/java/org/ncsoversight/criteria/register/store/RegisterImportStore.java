package org.ncsoversight.criteria.register.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what was imported into the register; only those who edit the register ask. */
public interface RegisterImportStore {

    Optional<RegisterImport> find(UUID id);

    /** Those that are being applied, or that a crash left half applied. */
    List<RegisterImport> unfinished();

    /**
     * The right to apply one of the unfinished, for one at a time.
     *
     * @param holder who asks; the same holder keeps the right by asking again
     * @param until when the right ends by itself, should the holder die
     * @return false while another holds it, and when it is no longer unfinished
     */
    boolean hold(UUID id, UUID holder, Instant now, Instant until);

    /** Gives the right up. */
    void release(UUID id, UUID holder);

    /** Keeps it, in place of its earlier form if there is one. */
    void save(RegisterImport imported);
}
