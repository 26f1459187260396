package org.ncsoversight.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The unsent events of one collection. */
final class UnsentCollection {

    private static final Bson UNSENT = Filters.exists(Outbox.FIELD + ".recordedTime");

    /** Whoever collects metrics would rather have none than wait. */
    private static final Duration PATIENCE_OF_METERS = Duration.ofSeconds(1);

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> measured;

    UnsentCollection(MongoCollection<Document> collection) {
        this.collection = collection;
        this.measured = collection.withTimeout(PATIENCE_OF_METERS.toMillis(), TimeUnit.MILLISECONDS);
    }

    long count() {
        return measured.countDocuments(UNSENT);
    }

    Optional<Instant> oldestTime() {
        return measured
                .find(UNSENT)
                .hintString(Outbox.INDEX)
                .projection(Projections.include(Outbox.FIELD))
                .limit(1)
                .map(found -> UnsentDocument.fromDocument(found).oldest())
                .into(new ArrayList<>())
                .stream()
                .findFirst();
    }

    List<UnsentDocument> oldest(int limit) {
        // The index is in the order of time, so its first entries are the oldest: nothing to sort on the server.
        List<UnsentDocument> found = collection
                .find(UNSENT)
                .hintString(Outbox.INDEX)
                .projection(Projections.include(Outbox.FIELD))
                .limit(limit)
                .batchSize(limit)
                .map(UnsentDocument::fromDocument)
                .into(new ArrayList<>());
        found.sort(Comparator.comparing(UnsentDocument::oldest));
        return found;
    }

    /** Removes exactly the events given; answers whether all of them were still there. */
    boolean markSent(List<UnsentDocument> sent) {
        List<UpdateOneModel<Document>> updates =
                sent.stream().map(UnsentCollection::removal).toList();
        return collection
                        .bulkWrite(updates, new BulkWriteOptions().ordered(false))
                        .getMatchedCount()
                == sent.size();
    }

    /** The newest event of each of these documents, sent or not, as far as they ever changed. */
    List<UnsentDocument> newest(Collection<Object> ids) {
        return collection
                .find(Filters.and(Filters.in("_id", ids), Filters.exists(Outbox.NEWEST)))
                .projection(Projections.include(Outbox.NEWEST))
                .map(found -> new UnsentDocument(
                        found.get("_id", Object.class),
                        List.of(OutboxEvent.fromDocument(found.get(Outbox.NEWEST, Document.class)))))
                .into(new ArrayList<>());
    }

    private static UpdateOneModel<Document> removal(UnsentDocument document) {
        List<String> ids =
                document.events().stream().map(event -> event.id().toString()).toList();
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", document.id()), Filters.all(Outbox.FIELD + ".id", ids)),
                Updates.pull(Outbox.FIELD, new Document("id", new Document("$in", ids))));
    }
}
