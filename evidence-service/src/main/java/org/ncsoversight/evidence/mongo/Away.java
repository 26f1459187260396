package org.ncsoversight.evidence.mongo;

import com.mongodb.MongoException;
import java.util.function.Supplier;
import org.ncsoversight.documents.Unavailable;
import org.ncsoversight.evidence.store.StoreAway;

/** Tells a database that does not answer from one that answers no. */
public final class Away {

    private Away() {}

    public static <T> T unless(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw Unavailable.is(e) ? new StoreAway(e) : e;
        }
    }
}
