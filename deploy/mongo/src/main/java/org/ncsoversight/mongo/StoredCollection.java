package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.index.Candidates;
import org.ncsoversight.mongo.index.SortKey;

/**
 * A collection whose documents are kept as BSON bytes, in the order of their ids.
 *
 * <p>Bytes, so that nobody can hold on to what is stored: each reader gets a document of its own. One lock for the
 * collection, shared by readers.
 */
final class StoredCollection extends AbstractMongoCollection<SortKey> {

    private final MVMap<SortKey, byte[]> documents;
    private final Journal journal;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<SortKey, byte[]> documents,
            Journal journal) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.journal = journal;
    }

    /** Where a document is: its id decides, in the spelling that makes 1 and 1.0 the same. */
    SortKey positionOf(Document document) {
        Object id = getIdField() == null ? UUID.randomUUID() : document.get(getIdField());
        return SortKey.of(id);
    }

    // What a query does.

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        var candidates = Candidates.of(query, orderBy, limit, getIndexes(), documents.sizeAsLong());
        if (candidates.isEmpty() || isNaturalDescending(orderBy)) {
            return matchDocuments(query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
        }
        Stream<Document> found =
                candidates.get().positions().map(this::getDocument).filter(Objects::nonNull);
        Document stillToSort = candidates.get().areSorted() ? null : orderBy;
        return matchDocumentsFromStream(found, query, stillToSort, numberToSkip, limit, batchSize, fieldSelector);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Stream<Document> all = stream(isNaturalDescending(orderBy)).map(DocumentWithPosition::getDocument);
        return matchDocumentsFromStream(all, query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    @Override
    protected Stream<DocumentWithPosition<SortKey>> streamAllDocumentsWithPosition() {
        return stream(false);
    }

    private Stream<DocumentWithPosition<SortKey>> stream(boolean descending) {
        Cursor<SortKey, byte[]> cursor = documents.cursor(null, null, descending);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, 0), false)
                .map(position -> new DocumentWithPosition<>(decode(cursor.getValue()), position));
    }

    // How documents are kept.

    @Override
    protected @Nullable Document getDocument(SortKey position) {
        byte[] bson = documents.get(position);
        return bson == null ? null : decode(bson);
    }

    @Override
    protected SortKey addDocumentInternal(Document document) {
        SortKey position = positionOf(document);
        documents.put(position, encode(document));
        return position;
    }

    @Override
    protected void handleUpdate(SortKey position, Document oldDocument, Document newDocument) {
        documents.put(position, encode(newDocument));
    }

    @Override
    protected void removeDocument(SortKey position) {
        documents.remove(position);
    }

    private static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    private static Document decode(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    @Override
    public int count() {
        return documents.size();
    }

    /** Not kept: it would cost a second encoding and a second write with every change. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException("See tracksDataSize.");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    // Who waits for whom.

    private <T> T reading(Supplier<T> work) {
        return holding(lock.readLock(), work);
    }

    private <T> T changing(Supplier<T> work) {
        return holding(lock.writeLock(), () -> journal.change(work));
    }

    private void changingOnly(Runnable work) {
        changing(() -> {
            work.run();
            return true;
        });
    }

    private static <T> T holding(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        return reading(() -> super.handleQuery(parameters));
    }

    @Override
    public Document handleDistinct(Document query) {
        return reading(() -> super.handleDistinct(query));
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        return reading(() -> super.count(query, skip, limit));
    }

    @Override
    public void addDocument(Document document) {
        changingOnly(() -> super.addDocument(document));
    }

    @Override
    public void removeDocument(Document document) {
        changingOnly(() -> super.removeDocument(document));
    }

    @Override
    public List<Document> insertDocuments(List<Document> added, boolean isOrdered) {
        return changing(() -> super.insertDocuments(added, isOrdered));
    }

    @Override
    public Document findAndModify(Document query) {
        return changing(() -> super.findAndModify(query));
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return changing(() -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        return changing(
                () -> super.updateDocuments(multi ? selector : first(selector), update, filters, multi, upsert, oplog));
    }

    /** The inherited update of one document reads all that match; with an id in the query only one does. */
    private Document first(Document selector) {
        if (selector.containsKey(getIdField())) {
            return selector;
        }
        for (Document match : queryDocuments(selector, null, 0, 1, 0, null)) {
            return new Document(selector).append(getIdField(), match.get(getIdField()));
        }
        return selector;
    }

    @Override
    public void addIndex(Index<SortKey> index) {
        changingOnly(() -> super.addIndex(index));
    }

    @Override
    public void dropIndex(String name) {
        changingOnly(() -> super.dropIndex(name));
    }
}
