package org.ncsoversight.evidence.improving;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.improvement.ImprovementAction;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.store.ImprovementFilter;
import org.ncsoversight.evidence.store.ImprovementStore;

/** A whole list, page by page. */
final class AllActions implements Iterator<ImprovementAction> {

    private static final int PAGE_LENGTH = 200;

    private final ImprovementStore store;
    private final ImprovementFilter filter;
    private final VisibleProviders visible;
    private final Queue<ImprovementAction> read = new ArrayDeque<>();
    private @Nullable String after;
    private boolean more = true;

    AllActions(ImprovementStore store, ImprovementFilter filter, VisibleProviders visible) {
        this.store = store;
        this.filter = filter;
        this.visible = visible;
    }

    @Override
    public boolean hasNext() {
        if (read.isEmpty() && more) {
            var page = store.list(filter, after, PAGE_LENGTH, visible);
            read.addAll(page.actions());
            after = page.next().orElse(null);
            more = page.more();
        }
        return !read.isEmpty();
    }

    @Override
    public ImprovementAction next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return read.remove();
    }
}
