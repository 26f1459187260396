package org.ncsoversight.feedback.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;

/** Tells the duplicate key, which is an answer, from everything else, which is a surprise. */
final class Errors {

    private static final int DUPLICATE_KEY = 11000;

    private Errors() {}

    static boolean isDuplicateKey(MongoWriteException refused) {
        return refused.getError().getCode() == DUPLICATE_KEY;
    }

    static boolean isDuplicateKey(MongoCommandException refused) {
        return refused.getErrorCode() == DUPLICATE_KEY;
    }

    static boolean areDuplicateKeys(MongoBulkWriteException refused) {
        return refused.getWriteConcernError() == null
                && refused.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
    }
}
