package org.ncsoversight.criteria.standard.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.criteria.mongo.Writes;
import org.ncsoversight.criteria.standard.messages.EditionFile;
import org.ncsoversight.criteria.standard.messages.EditionMessage;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.outbox.Outbox;

/** Editions in MongoDB, each as the JSON in which it is exchanged, with everything that it said before. */
public final class MongoEditionStore implements EditionStore {

    private static final String EDITION = "edition";
    private static final String HISTORY = "history";
    private static final Bson WITHOUT_HISTORY = Projections.include(EDITION);

    private final MongoCollection<Document> editions;
    private final Runnable afterWrite;

    public MongoEditionStore(MongoCollections collections, Runnable afterWrite) {
        editions = collections.editions();
        this.afterWrite = afterWrite;
    }

    @Override
    public Optional<Edition> find(EditionId id) {
        return Optional.ofNullable(editions.find(eq(Writes.ID, id.value()))
                        .projection(WITHOUT_HISTORY)
                        .first())
                .map(MongoEditionStore::edition);
    }

    @Override
    public Optional<Edition> find(EditionId id, long version) {
        Document kept = editions.find(eq(Writes.ID, id.value()))
                .projection(Projections.include(EDITION, HISTORY))
                .first();
        if (kept == null) {
            return Optional.empty();
        }
        var told = new ArrayList<Document>(kept.getList(HISTORY, Document.class, List.of()));
        told.add(kept.get(EDITION, Document.class));
        return told.stream()
                .filter(document -> document.get(Writes.VERSION, Number.class).longValue() == version)
                .findFirst()
                .map(document -> EditionFile.read(document.toJson()));
    }

    @Override
    public List<Edition> all() {
        return editions
                .find()
                .projection(WITHOUT_HISTORY)
                .map(MongoEditionStore::edition)
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparing(Edition::inForceFrom)
                        .thenComparing(edition -> edition.id().value()))
                .toList();
    }

    @Override
    public Map<EditionId, Long> versions() {
        var versions = new LinkedHashMap<EditionId, Long>();
        editions.find()
                .projection(Projections.include(Writes.VERSION))
                .forEach(kept -> versions.put(new EditionId(kept.getString(Writes.ID)), kept.getLong(Writes.VERSION)));
        return versions;
    }

    @Override
    public boolean add(EditionPublished event) {
        Edition edition = event.edition();
        var state = new Document(Writes.ID, edition.id().value())
                .append(Writes.VERSION, edition.version())
                .append(EDITION, document(edition))
                .append(HISTORY, List.of());
        try {
            editions.insertOne(Outbox.insert(state, List.of(EditionMessage.event(event))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        afterWrite.run();
        return true;
    }

    @Override
    public boolean replace(EditionPublished event) {
        Edition edition = event.edition();
        Optional<Edition> before = find(edition.id());
        if (before.isEmpty() || before.get().version() != edition.version() - 1) {
            return false;
        }
        Bson asItWas = and(eq(Writes.ID, edition.id().value()), eq(Writes.VERSION, edition.version() - 1));
        Bson change = Updates.combine(
                Updates.set(Writes.VERSION, edition.version()),
                Updates.set(EDITION, document(edition)),
                Updates.push(HISTORY, document(before.get())),
                Outbox.append(List.of(EditionMessage.event(event))));
        if (editions.updateOne(asItWas, change).getMatchedCount() == 0) {
            return false;
        }
        afterWrite.run();
        return true;
    }

    private static Document document(Edition edition) {
        return Document.parse(EditionFile.write(edition));
    }

    private static Edition edition(Document document) {
        return EditionFile.read(document.get(EDITION, Document.class).toJson());
    }
}
