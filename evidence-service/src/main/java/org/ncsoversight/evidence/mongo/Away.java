package org.ncsoversight.evidence.mongo;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.function.Supplier;
import org.ncsoversight.evidence.store.StoreAway;

/** Tells a database that does not answer from one that answers no. */
final class Away {

    private Away() {}

    static <T> T unless(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoTimeoutException | MongoSocketException | MongoInterruptedException e) {
            throw new StoreAway(e);
        }
    }
}
