package org.ncsoversight.mongo.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** A walk through the entries of an index. While it pauses it holds nothing but the last key, so others can write. */
public final class Walk {

    private final SortedIndex index;
    private final List<Span> spans;
    private final boolean descending;
    private final boolean mayRepeat;

    private int current;
    private Optional<Cursor<SortKey, SortKey>> entries = Optional.empty();
    private boolean paused = true;
    private @Nullable SortKey last;

    Walk(SortedIndex index, List<Span> spans, boolean descending, boolean mayRepeat) {
        this.index = index;
        this.spans = spans;
        this.descending = descending;
        this.mayRepeat = mayRepeat;
    }

    /** The position of the next document, or null at the end; one with arrays may come more than once. */
    public @Nullable SortKey next() {
        while (current < spans.size()) {
            Span span = spans.get(current);
            if (paused) {
                entries = index.entriesIn(span, last, descending);
                paused = false;
            }
            if (entries.isPresent() && entries.get().hasNext()) {
                SortKey entry = entries.get().next();
                if (span.contains(entry)) {
                    last = entry;
                    return entries.get().getValue();
                }
            }
            current++;
            last = null;
            paused = true;
        }
        return null;
    }

    public void pause() {
        entries = Optional.empty();
        paused = true;
    }

    public boolean goesThrough(List<?> indexes) {
        return indexes.contains(index);
    }

    /** Whether the document has not come before: of all its entries on the way this is the first. */
    public boolean isFirstEntryOf(Document document) {
        if (!mayRepeat) {
            return true;
        }
        Comparator<SortKey> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return index.keysOf(document).stream()
                .filter(this::isOnTheWay)
                .min(order)
                .filter(first -> first.equals(last))
                .isPresent();
    }

    /** Spans lie one behind the other, so only the last that begins before an entry can contain it. */
    private boolean isOnTheWay(SortKey entry) {
        int low = 0;
        int high = spans.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (spans.get(middle).from().compareTo(entry) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return spans.get(low).contains(entry);
    }
}
