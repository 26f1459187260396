package org.ncsoversight.evidence.spreadsheet;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A whole list, read page by page, of which only some rows are in memory at a time. */
public record WholeList<T>(Pages<T> pages) implements Iterable<T> {

    /** How many rows are read at a time. */
    public static final int PAGE_LENGTH = 200;

    /** Some rows, and the list key to go on after while there are more. */
    public record Page<T>(List<T> rows, Optional<String> next) {}

    /** Reads the rows that follow a list key, or the first ones. */
    @FunctionalInterface
    public interface Pages<T> {
        Page<T> after(@Nullable String listKey);
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private final Queue<T> read = new ArrayDeque<>();
            private @Nullable String after;
            private boolean more = true;

            @Override
            public boolean hasNext() {
                while (read.isEmpty() && more) {
                    var page = pages.after(after);
                    read.addAll(page.rows());
                    after = page.next().orElse(null);
                    more = page.next().isPresent();
                }
                return !read.isEmpty();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return read.remove();
            }
        };
    }
}
