package org.ncsoversight.criteria.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what was imported into the register; only those who edit the register ask. */
public interface RegisterImportStore {

    Optional<RegisterImport> find(UUID id);

    /** Those that a crash left half applied. */
    List<RegisterImport> unfinished();

    /** Keeps it, in place of its earlier form if there is one. */
    void save(RegisterImport imported);
}
