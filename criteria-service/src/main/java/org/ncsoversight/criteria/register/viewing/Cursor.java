package org.ncsoversight.criteria.register.viewing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many entries a page of a list has, and where the next one starts. */
final class Cursor {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    /** One page of a list; {@code next} is absent on the last. */
    record Page<T>(List<T> items, @Nullable String next) {}

    private Cursor() {}

    static int limit(@Nullable Integer asked) {
        return asked == null ? DEFAULT_LIMIT : Math.clamp(asked, 1, MAX_LIMIT);
    }

    /** From a list read one longer than the page, so that the last page knows that it is. */
    static <S, T> Page<T> page(List<S> oneMore, int limit, Function<S, T> view, Function<S, String> cursor) {
        List<S> items = oneMore.stream().limit(limit).toList();
        Optional<String> next = oneMore.size() > limit ? Optional.of(cursor.apply(items.getLast())) : Optional.empty();
        return new Page<>(items.stream().map(view).toList(), next.orElse(null));
    }
}
