package org.ncsoversight.evidence.finding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.store.EvidenceFilter;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.ncsoversight.evidence.store.EvidenceStore.Slice;

/** A whole list, newest first, of which only some items are in memory at a time. */
record FoundEvidence(EvidenceStore store, EvidenceFilter filter, VisibleProviders visible)
        implements Iterable<Evidence> {

    private static final int ITEMS_AT_A_TIME = 200;

    @Override
    public Iterator<Evidence> iterator() {
        return new Iterator<>() {
            private final Deque<Evidence> read = new ArrayDeque<>();
            private @Nullable String after;
            private boolean more = true;

            @Override
            public boolean hasNext() {
                if (read.isEmpty() && more) {
                    var page = store.list(
                            filter, new Slice(EvidenceStore.Order.NEWEST_FIRST, after, ITEMS_AT_A_TIME), visible);
                    read.addAll(page.items());
                    after = page.next().orElse(null);
                    more = page.more();
                }
                return !read.isEmpty();
            }

            @Override
            public Evidence next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return read.remove();
            }
        };
    }
}
