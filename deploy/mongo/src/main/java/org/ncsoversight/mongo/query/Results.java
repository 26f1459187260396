package org.ncsoversight.mongo.query;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a query gives, encoded, one document after the other. */
public interface Results {

    /** Null at the end. */
    byte @Nullable [] next();

    /** Called when an answer is full: lets go of all that others must not change meanwhile. */
    void pause();

    /** Runs work while nobody changes what is read. */
    <T> T reading(Supplier<T> work);
}
