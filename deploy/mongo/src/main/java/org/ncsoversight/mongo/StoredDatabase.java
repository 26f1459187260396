package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.index.SortKey;
import org.ncsoversight.mongo.index.SortKeyType;
import org.ncsoversight.mongo.index.SortedIndex;
import org.ncsoversight.mongo.storage.CompleteIndexes;
import org.ncsoversight.mongo.storage.Storage;

/** A database: one map of the store for each collection and one for each index. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<SortKey> {

    private static final String DOCUMENTS = "documents/";

    /** Paths whose meaning depends on positions in an array, or on all fields of a document. */
    private static final Pattern UNUSUAL_PATH = Pattern.compile("(.*\\.)?(\\d+|\\$.*)(\\..*)?");

    private final MVStore store;
    private final Storage storage;

    StoredDatabase(String name, Storage storage, CursorRegistry cursors) {
        super(name, cursors);
        this.store = storage.store();
        this.storage = storage;
        initializeNamespacesAndIndexes();
    }

    /** The databases a file holds. */
    static List<String> namesIn(MVStore store) {
        return store.getMapNames().stream()
                .filter(map -> map.startsWith(DOCUMENTS))
                .map(map -> map.substring(DOCUMENTS.length(), map.indexOf('/', DOCUMENTS.length())))
                .distinct()
                .toList();
    }

    @Nullable
    StoredCollection collection(String collection) {
        return (StoredCollection) resolveCollection(collection, false);
    }

    @Override
    protected MongoCollection<SortKey> openOrCreateCollection(String collection, CollectionOptions options) {
        MVMap<SortKey, byte[]> documents = store.openMap(
                documentsOf(collection),
                new MVMap.Builder<SortKey, byte[]>()
                        .keyType(SortKeyType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        return new StoredCollection(this, collection, options, cursorRegistry, documents, storage);
    }

    @Override
    protected Index<SortKey> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> fields, boolean sparse) {
        return openIndex(collection, index, fields, sparse, true);
    }

    @Override
    protected Index<SortKey> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> fields, boolean sparse) {
        boolean unusual = fields.stream()
                .anyMatch(field -> UNUSUAL_PATH.matcher(field.getKey()).matches());
        return unusual ? new UnusedIndex(index, fields) : openIndex(collection, index, fields, sparse, false);
    }

    private Index<SortKey> openIndex(
            String collection, String index, List<IndexKey> fields, boolean sparse, boolean unique) {
        MVMap<SortKey, SortKey> positions = CompleteIndexes.open(indexOf(collection, index), store);
        return new SortedIndex(index, fields, sparse, unique, positions, document -> SortKey.of(document.get("_id")));
    }

    private String documentsOf(String collection) {
        return DOCUMENTS + getDatabaseName() + "/" + collection;
    }

    private String indexOf(String collection, String index) {
        return CompleteIndexes.INDEX + getDatabaseName() + "/" + collection + "/" + index;
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        Document answer = new Document();
        for (Document part : command.equalsIgnoreCase("dropIndexes") ? dropIndexesByKey(query) : List.of(query)) {
            answer = super.handleCommand(channel, command, part, databases, oplog);
        }
        return answer;
    }

    /** The inherited command drops by name alone, and with it what other collections have under that name. */
    private List<Document> dropIndexesByKey(Document command) {
        Object index = command.get("index");
        if (!(index instanceof String wanted)) {
            return List.of(command);
        }
        List<Document> parts = indexDescriptions()
                .filter(description -> description.collection().equals(command.get("dropIndexes")))
                .filter(description -> wanted.equals("*")
                        ? !description.isOfIds()
                        : description.name().equals(wanted))
                .map(description -> new Document(command).append("index", description.key()))
                .toList();
        return parts.isEmpty() && !wanted.equals("*") ? List.of(command) : parts;
    }

    @Override
    protected void dropIndex(MongoCollection<SortKey> collection, String index) {
        super.dropIndex(collection, index);
        String map = indexOf(collection.getCollectionName(), index);
        store.removeMap(map);
        storage.completeIndexes().remove(map);
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        super.dropCollection(collection, oplog);
        store.removeMap(documentsOf(collection));
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        List.copyOf(store.getMapNames()).stream()
                .filter(map -> map.startsWith(documentsOf(""))
                        || map.startsWith(CompleteIndexes.INDEX + getDatabaseName() + "/"))
                .forEach(map -> {
                    store.removeMap(map);
                    storage.completeIndexes().remove(map);
                });
    }

    /** An index whose path is unusual: it is listed, but never asked and never built. */
    private static final class UnusedIndex extends EmptyIndex<SortKey> {

        private UnusedIndex(String name, List<IndexKey> fields) {
            super(name, fields);
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /** Deletes what an index with {@code expireAfterSeconds} says is too old. */
    void deleteExpired(Instant now) {
        indexDescriptions()
                .forEach(description -> description.expireAfterSeconds().ifPresent(seconds -> {
                    var tooOld =
                            new Document(description.firstField(), new Document("$lte", now.minusSeconds(seconds)));
                    resolveCollection(description.collection(), true).deleteDocuments(tooOld, 0);
                }));
    }

    private Stream<IndexDescription> indexDescriptions() {
        return Stream.ofNullable(indexes.get())
                .flatMap(MongoCollection::queryAllAsStream)
                .map(IndexDescription::of);
    }

    @Override
    protected long getStorageSize() {
        return storage.sizeInBytes();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
