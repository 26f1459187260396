package org.ncsoversight.deploy.whole;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers null until a look finds the same as the look before. */
final class TwiceTheSame<T> implements Callable<@Nullable T> {

    private final Supplier<T> look;
    private @Nullable T last;

    TwiceTheSame(Supplier<T> look) {
        this.look = look;
    }

    @Override
    public @Nullable T call() {
        T now = look.get();
        boolean same = now.equals(last);
        last = now;
        return same ? now : null;
    }
}
