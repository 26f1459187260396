package org.ncsoversight.outbox;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;

/** Tells what a server is to blame for, which passes, from what a record is to blame for, which stays. */
public final class Outage {

    private Outage() {}

    public static boolean in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException || isOfKafka(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Spring wraps whatever a listener throws into an exception of its own package. */
    private static boolean isOfKafka(Throwable cause) {
        return cause instanceof KafkaException;
    }
}
