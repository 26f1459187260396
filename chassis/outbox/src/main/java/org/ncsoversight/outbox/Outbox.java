package org.ncsoversight.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Puts events beside the state they announce, in the same document, so that one write keeps or loses both. */
public final class Outbox {

    static final String FIELD = "outbox";
    static final String NEWEST = "outbox_newest";
    static final String INDEX = "outbox_unsent";

    private static final long LONGEST_INDEXING_IN_MINUTES = 30;

    private Outbox() {}

    /** The index by which the relay finds documents with unsent events; safe to repeat. */
    public static void createIndex(MongoCollection<Document> collection) {
        // In a collection that grew before it had one this takes longer than any other call.
        MongoCollection<Document> patient = collection.withTimeout(LONGEST_INDEXING_IN_MINUTES, TimeUnit.MINUTES);
        patient.createIndex(
                Indexes.ascending(FIELD + ".recordedTime"),
                new IndexOptions().name(INDEX).sparse(true));
    }

    /** A new document for insertOne or insertMany: the state with its first events. Never use it to replace. */
    public static Document insert(Document state, List<OutboxEvent> events) {
        return new Document(state)
                .append(FIELD, events.stream().map(OutboxEvent::toDocument).toList());
    }

    /**
     * The part of an update that appends events; combine it with the {@code $set} of the new state.
     *
     * <p>The newest event also stays in the document, so that a relay that was overtaken by another one can put it last
     * on the topic again. A document that never changed has only one newest event, so {@link #insert} keeps no copy.
     */
    public static Bson append(List<OutboxEvent> events) {
        List<Document> documents = events.stream().map(OutboxEvent::toDocument).toList();
        return Updates.combine(Updates.pushEach(FIELD, documents), Updates.set(NEWEST, documents.getLast()));
    }
}
