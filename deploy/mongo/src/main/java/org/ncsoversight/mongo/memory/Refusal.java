package org.ncsoversight.mongo.memory;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** The errors of MongoDB for what a server has no room for. */
public final class Refusal {

    public static final int OBJECT_TOO_LARGE = 10334;

    private Refusal() {}

    /** The command needs more than one command may have: asking again does not help. */
    public static MongoServerError tooMuchMemory(long limitInBytes) {
        return new MongoServerError(
                292,
                "QueryExceededMemoryLimitNoDiskUseAllowed",
                "Exceeded the memory limit of " + limitInBytes + " bytes for one command; there is no use of the disk");
    }

    /** Others have the memory just now: drivers read again by themselves after this code. */
    public static MongoServerError memoryIsTaken() {
        return new MongoServerError(
                262, "ExceededTimeLimit", "Other commands hold the memory this one needs; try again");
    }

    public static MongoServerError objectTooLarge(long sizeInBytes) {
        return new MongoServerError(
                OBJECT_TOO_LARGE,
                "BSONObjectTooLarge",
                "BSONObj size: " + sizeInBytes + " is invalid. Size must be between 0 and " + Limits.DOCUMENT_IN_BYTES);
    }

    public static MongoServerError updatedTooLarge() {
        return new MongoServerError(
                17419, "Location17419", "Resulting document after update is larger than " + Limits.DOCUMENT_IN_BYTES);
    }

    public static MongoServerError upsertedTooLarge() {
        return new MongoServerError(
                17420, "Location17420", "Document to upsert is larger than " + Limits.DOCUMENT_IN_BYTES);
    }

    public static MongoServerError distinctTooLarge() {
        return new MongoServerError(17217, "Location17217", "distinct too big, 16mb cap");
    }

    public static MongoServerError invalidBson(String why) {
        return new MongoServerError(22, "InvalidBSON", why);
    }

    public static MongoServerError nestedTooDeep(int limit) {
        return new MongoServerError(15, "Overflow", "BSONObj exceeds maximum nested object depth: " + limit);
    }

    public static MongoServerError outOfDiskSpace(long neededInBytes) {
        return new MongoServerError(
                14031,
                "OutOfDiskSpace",
                "Less than " + (neededInBytes >> 20)
                        + " MB of disk space is left; writing is refused until there is more");
    }

    public static MongoServerError planKilled() {
        return new MongoServerError(
                175, "QueryPlanKilled", "The collection or index that a cursor was reading has been dropped");
    }
}
