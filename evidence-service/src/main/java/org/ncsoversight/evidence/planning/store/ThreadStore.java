package org.ncsoversight.evidence.planning.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.store.NamedThreads;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps golden threads, and announces each change in the same write that makes it. */
public interface ThreadStore extends NamedThreads {

    /** Some threads, and whether more follow. */
    record Page(List<GoldenThread> threads, boolean more) {

        /** The list key to go on after. */
        public Optional<String> next() {
            return more ? Optional.of(threads.getLast().listKey()) : Optional.empty();
        }
    }

    /** Keeps a new one; false when its id is taken already, and then nothing changed. */
    boolean add(GoldenThread.Changed created);

    /** Keeps the version after the last; false when another came first, and then nothing changed. */
    boolean change(GoldenThread.Changed changed);

    Optional<GoldenThread> find(UUID id, VisibleProviders visible);

    /** All of one provider, by name. */
    List<GoldenThread> of(ProviderId provider, VisibleProviders visible);

    @Override
    default List<Named> named(ProviderId provider, VisibleProviders visible) {
        return of(provider, visible).stream()
                .map(thread -> new Named(thread.id(), thread.naming().name()))
                .toList();
    }

    @Override
    default Optional<String> nameOf(UUID thread, VisibleProviders visible) {
        return find(thread, visible).map(found -> found.naming().name());
    }

    /** Of every provider that is visible, by provider, from after a list key on. */
    Page list(@Nullable String after, int limit, VisibleProviders visible);

    /** For each of them the items of its provider that say they hang on it. */
    Map<UUID, List<Evidence>> itemsOn(Collection<GoldenThread> threads);

    /** For the pass that brings threads up to date, on nobody's behalf. */
    List<GoldenThread> toRefresh();

    /** For the same pass. */
    SortedSet<UUID> idsOfItemsOn(GoldenThread thread);
}
