package org.ncsoversight.evidence.items.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.evidence.items.store.FilterStore;
import org.ncsoversight.evidence.items.store.SavedFilter;
import org.ncsoversight.evidence.mongo.Away;

/** One document per filter. */
final class MongoFilterStore implements FilterStore {

    static final String SUBJECT = "subject";

    private final MongoCollection<Document> collection;

    MongoFilterStore(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public boolean keep(SavedFilter filter) {
        var document = new Document("_id", filter.id().toString())
                .append(SUBJECT, filter.subject())
                .append("name", filter.name())
                .append("query", filter.query());
        return Away.unless(() -> collection
                        .replaceOne(eq("_id", filter.id().toString()), document, new ReplaceOptions().upsert(true))
                        .getMatchedCount()
                == 0);
    }

    @Override
    public List<SavedFilter> of(String subject) {
        return Away.unless(() -> {
            var found = new ArrayList<SavedFilter>();
            collection
                    .find(eq(SUBJECT, subject))
                    .map(document -> new SavedFilter(
                            UUID.fromString(document.getString("_id")),
                            subject,
                            document.getString("name"),
                            document.getString("query")))
                    .into(found);
            found.sort(Comparator.comparing(SavedFilter::name, String.CASE_INSENSITIVE_ORDER));
            return List.copyOf(found);
        });
    }

    @Override
    public boolean remove(UUID id, String subject) {
        return Away.unless(() -> collection
                        .deleteOne(and(eq("_id", id.toString()), eq(SUBJECT, subject)))
                        .getDeletedCount()
                == 1);
    }
}
