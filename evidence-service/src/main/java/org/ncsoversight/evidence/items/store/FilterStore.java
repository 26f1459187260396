package org.ncsoversight.evidence.items.store;

import java.util.List;
import java.util.UUID;

/** Keeps the filters people save; each question says whose. */
public interface FilterStore {

    /** True when it is new, false when it replaced one of the same name. */
    boolean keep(SavedFilter filter);

    /** By name. */
    List<SavedFilter> of(String subject);

    /** False when this person has no such filter. */
    boolean remove(UUID id, String subject);
}
