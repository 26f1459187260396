package org.ncsoversight.mongo;

import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The number that a server refuses something with. */
final class MongoCode {

    private static final int NONE = 0;

    private MongoCode() {}

    static int of(ThrowingCallable refused) {
        return switch (catchThrowable(refused)) {
            case MongoBulkWriteException e -> e.getWriteErrors().getFirst().getCode();
            case MongoException e -> e.getCode();
            case null -> NONE;
            case Throwable other -> throw new AssertionError(other);
        };
    }
}
