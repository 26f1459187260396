package org.ncsoversight.criteria.standard.store;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.drafting.Draft;

/** Keeps drafts; nothing of them is announced. */
public interface DraftStore {

    Optional<Draft> find(EditionId id);

    List<Draft> all();

    /** Keeps a first version, unless there is a draft of that code. */
    boolean add(Draft draft);

    /** Keeps the next version, unless another version came first. */
    boolean replace(Draft draft);

    /** Whether there was one. */
    boolean remove(EditionId id);
}
