package org.ncsoversight.mongo.query;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.bson.BsonBytes;
import org.ncsoversight.mongo.bson.BsonCost;
import org.ncsoversight.mongo.index.SortKey;
import org.ncsoversight.mongo.memory.Allowance;

/** A stored document, decoded when somebody looks into it. */
public final class Row {

    /** Smaller ones are decoded without asking for room. */
    private static final int LARGE_IN_BYTES = 64 << 10;

    private final SortKey position;
    private final byte[] bson;
    private final Allowance allowance;
    private @Nullable Document document;
    private long held;

    Row(SortKey position, byte[] bson, Allowance allowance) {
        this.position = position;
        this.bson = bson;
        this.allowance = allowance;
    }

    public SortKey position() {
        return position;
    }

    public byte[] bson() {
        return bson;
    }

    public Document document() {
        if (document == null) {
            if (bson.length > LARGE_IN_BYTES) {
                long cost = BsonCost.of(bson);
                allowance.take(cost);
                held = cost;
            }
            document = BsonBytes.decode(bson);
        }
        return document;
    }

    /** Gives back the room of a large document, which nobody looks at any more. */
    public void done() {
        allowance.giveBack(held);
        held = 0;
    }
}
