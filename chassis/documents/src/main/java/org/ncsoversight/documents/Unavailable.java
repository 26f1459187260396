package org.ncsoversight.documents;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcernException;
import com.mongodb.WriteError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that says "not now", or nothing, from one that says no. */
public final class Unavailable {

    /** Codes of MongoDB that are no fault of what was asked and may be over when it is asked again. */
    private static final Set<Integer> NOT_NOW = Set.of(
            6, // HostUnreachable
            7, // HostNotFound
            50, // MaxTimeMSExpired
            64, // WriteConcernTimeout
            89, // NetworkTimeout
            91, // ShutdownInProgress
            189, // PrimarySteppedDown
            262, // ExceededTimeLimit
            292, // QueryExceededMemoryLimitNoDiskUseAllowed: the budget that all queries share
            9001, // SocketException
            10107, // NotWritablePrimary
            11600, // InterruptedAtShutdown
            11602, // InterruptedDueToReplStateChange
            13435, // NotPrimaryNoSecondaryOk
            13436, // NotPrimaryOrSecondary
            14031); // OutOfDiskSpace

    private static final int DEEPEST_CAUSE = 20;

    private Unavailable() {}

    /** Whether this, or what caused it, says so. */
    public static boolean is(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof MongoException e && saysNotNow(e)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean saysNotNow(MongoException failure) {
        return switch (failure) {
            // Operation time-outs are among these, and so is finding no server.
            case MongoTimeoutException _ -> true;
            case MongoSocketException _ -> true;
            case MongoConnectionPoolClearedException _ -> true;
            case MongoServerUnavailableException _ -> true;
            case MongoInterruptedException _ -> true;
            case MongoNotPrimaryException _ -> true;
            case MongoNodeIsRecoveringException _ -> true;
            case MongoExecutionTimeoutException _ -> true;
            case MongoWriteException e -> isNotNow(e.getError());
            case WriteConcernException e -> NOT_NOW.contains(e.getCode());
            case MongoBulkWriteException e ->
                e.getWriteErrors().stream().anyMatch(Unavailable::isNotNow)
                        || (e.getWriteConcernError() != null
                                && NOT_NOW.contains(e.getWriteConcernError().getCode()));
            default -> NOT_NOW.contains(failure.getCode());
        };
    }

    private static boolean isNotNow(WriteError error) {
        return NOT_NOW.contains(error.getCode());
    }
}
