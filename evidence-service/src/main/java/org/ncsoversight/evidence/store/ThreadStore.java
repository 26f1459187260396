package org.ncsoversight.evidence.store;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.thread.GoldenThread;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps golden threads, and announces each change in the same write that makes it. */
public interface ThreadStore {

    /** Keeps a new one; false when its id is taken already, and then nothing changed. */
    boolean add(GoldenThread.Changed created);

    /** Keeps the version after the last; false when another came first, and then nothing changed. */
    boolean change(GoldenThread.Changed changed);

    Optional<GoldenThread> find(UUID id, VisibleProviders visible);

    /** All of one provider, by name. */
    List<GoldenThread> of(ProviderId provider, VisibleProviders visible);

    /** All of every provider that is visible, by provider and name. */
    List<GoldenThread> all(VisibleProviders visible, int limit);

    /** The items of its provider that say they hang on it. */
    List<Evidence> itemsOn(GoldenThread thread);

    /** For the pass that brings threads up to date, on nobody's behalf. */
    List<GoldenThread> toRefresh();

    /** For the same pass. */
    SortedSet<UUID> idsOfItemsOn(GoldenThread thread);
}
