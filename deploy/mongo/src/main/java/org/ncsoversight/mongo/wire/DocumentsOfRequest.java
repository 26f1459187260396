package org.ncsoversight.mongo.wire;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.util.AbstractList;
import java.util.List;
import org.ncsoversight.mongo.bson.BsonBytes;
import org.ncsoversight.mongo.bson.BsonCost;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.memory.Refusal;

/** The many documents of one request, each decoded when its turn comes, and anew each time it is asked for. */
final class DocumentsOfRequest extends AbstractList<Document> {

    private static final String TO_INSERT = "documents";

    private final String name;
    private final List<ByteBuf> documents;
    private final Allowance allowance;
    private long held;

    DocumentsOfRequest(String name, List<ByteBuf> documents, Allowance allowance) {
        this.name = name;
        this.documents = documents;
        this.allowance = allowance;
    }

    @Override
    public Document get(int index) {
        ByteBuf document = documents.get(index).duplicate();
        if (name.equals(TO_INSERT) && document.readableBytes() > Limits.DOCUMENT_IN_BYTES) {
            throw Refusal.objectTooLarge(document.readableBytes());
        }
        allowance.giveBack(held);
        held = 0;
        long cost = BsonCost.of(document);
        allowance.take(cost);
        held = cost;
        return BsonBytes.decodeByField(document);
    }

    @Override
    public int size() {
        return documents.size();
    }
}
