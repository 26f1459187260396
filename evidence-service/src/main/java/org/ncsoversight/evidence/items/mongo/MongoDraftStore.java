package org.ncsoversight.evidence.items.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.security.VisibleProviders;

/** One document per draft; nothing of it is announced. */
final class MongoDraftStore implements DraftStore {

    private final MongoCollection<Document> collection;

    MongoDraftStore(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public boolean add(Draft draft) {
        return Away.unless(() -> {
            try {
                collection.insertOne(DraftDocument.of(draft));
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public boolean save(Draft draft) {
        return Away.unless(() -> collection
                        .replaceOne(version(draft.id(), draft.version() - 1), DraftDocument.of(draft))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public boolean remove(Draft draft) {
        return Away.unless(
                () -> collection.deleteOne(version(draft.id(), draft.version())).getDeletedCount() == 1);
    }

    @Override
    public Optional<Draft> find(EvidenceId id, VisibleProviders own) {
        return Away.unless(() -> Optional.ofNullable(
                        collection.find(eq(DraftDocument.ID, id.toString())).first())
                .map(DraftDocument::read)
                .filter(draft -> own.includes(draft.provider())));
    }

    @Override
    public Page list(@Nullable String after, int limit, VisibleProviders own) {
        var conditions = new ArrayList<Bson>();
        own.onlyThese()
                .ifPresent(providers -> conditions.add(in(
                        DraftDocument.PROVIDER,
                        providers.stream().map(ProviderId::ukprn).toList())));
        if (after != null) {
            conditions.add(lt(DraftDocument.LIST_KEY, after));
        }
        return Away.unless(() -> {
            var found = new ArrayList<Draft>();
            collection
                    .find(conditions.isEmpty() ? new Document() : and(conditions))
                    .sort(Sorts.descending(DraftDocument.LIST_KEY))
                    .limit(limit + 1)
                    .map(DraftDocument::read)
                    .into(found);
            boolean more = found.size() > limit;
            return new Page(List.copyOf(more ? found.subList(0, limit) : found), more);
        });
    }

    @Override
    public boolean holds(EvidenceId id, UUID file) {
        return Away.unless(() -> collection
                        .find(and(eq(DraftDocument.ID, id.toString()), eq("files.id", file.toString())))
                        .projection(Projections.include(DraftDocument.ID))
                        .first()
                != null);
    }

    private static Bson version(EvidenceId id, long version) {
        return and(eq(DraftDocument.ID, id.toString()), eq(DraftDocument.VERSION, version));
    }
}
