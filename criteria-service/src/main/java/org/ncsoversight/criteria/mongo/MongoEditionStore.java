package org.ncsoversight.criteria.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.ncsoversight.criteria.messages.Announcements;
import org.ncsoversight.criteria.messages.EditionFile;
import org.ncsoversight.criteria.model.standard.Edition;
import org.ncsoversight.criteria.model.standard.EditionId;
import org.ncsoversight.criteria.model.standard.EditionPublished;
import org.ncsoversight.criteria.model.standard.EditionStore;

/** Editions in MongoDB, each as the JSON in which it is exchanged. */
final class MongoEditionStore implements EditionStore {

    private static final String EDITION = "edition";

    private final MongoCollection<Document> editions;
    private final Writes writes;

    MongoEditionStore(MongoCollections collections, Runnable afterWrite) {
        editions = collections.editions();
        writes = new Writes(editions, afterWrite);
    }

    @Override
    public Optional<Edition> find(EditionId id) {
        return Optional.ofNullable(editions.find(eq(Writes.ID, id.value())).first())
                .map(MongoEditionStore::edition);
    }

    @Override
    public List<Edition> all() {
        return editions.find().map(MongoEditionStore::edition).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(Edition::inForceFrom)
                        .thenComparing(edition -> edition.id().value()))
                .toList();
    }

    @Override
    public boolean add(EditionPublished event) {
        return writes.insert(document(event.edition()), Announcements.of(event));
    }

    @Override
    public boolean replace(EditionPublished event) {
        return writes.update(document(event.edition()), Announcements.of(event));
    }

    private static Document document(Edition edition) {
        return new Document(Writes.ID, edition.id().value())
                .append(Writes.VERSION, edition.version())
                .append(EDITION, Document.parse(EditionFile.write(edition)));
    }

    private static Edition edition(Document document) {
        return EditionFile.read(document.get(EDITION, Document.class).toJson());
    }
}
