package org.ncsoversight.criteria.model.standard;

import java.util.List;
import java.util.Optional;

/** Keeps the editions of the Standard; everyone may read them. */
public interface EditionStore {

    Optional<Edition> find(EditionId id);

    /** Every edition, the one in force longest first. */
    List<Edition> all();

    /** Keeps a first version and announces it, unless there is one already. */
    boolean add(EditionPublished event);

    /** Keeps the next version and announces it, unless another version came first. */
    boolean replace(EditionPublished event);
}
