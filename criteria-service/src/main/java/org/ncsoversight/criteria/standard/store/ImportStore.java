package org.ncsoversight.criteria.standard.store;

import java.time.Instant;
import java.util.Optional;
import org.ncsoversight.criteria.standard.model.drafting.ImportedEdition;

/** Keeps what was imported until it is confirmed or forgotten. */
public interface ImportStore {

    Optional<ImportedEdition> find(String id);

    /** Keeps it in place of an earlier one of the same id. */
    void put(ImportedEdition imported);

    void remove(String id);

    void removeOlderThan(Instant time);
}
