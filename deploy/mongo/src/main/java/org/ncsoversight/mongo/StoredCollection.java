package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.index.SortKey;
import org.ncsoversight.mongo.index.SortedIndex;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.HeapSize;
import org.ncsoversight.mongo.memory.Refusal;
import org.ncsoversight.mongo.query.Find;
import org.ncsoversight.mongo.query.Row;
import org.ncsoversight.mongo.query.Source;
import org.ncsoversight.mongo.storage.Storage;

/** A collection: what is asked of it is read one document at a time. One lock, shared by readers. */
final class StoredCollection extends StoredDocuments {

    private final Storage storage;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<SortKey, byte[]> documents,
            Storage storage) {
        super(database, name, options, cursors, documents);
        this.storage = storage;
    }

    Find find(Find.Wish wish) {
        return new Find(new Source(documents, getIndexes()), wish, Allowance.CURRENT.get());
    }

    Document project(Document document, @Nullable Document projection) {
        return projection == null || projection.isEmpty()
                ? document
                : matchDocumentsFromStream(Stream.of(document), new Document(), null, 0, 0, 0, projection)
                        .iterator()
                        .next();
    }

    /** For what the library does with a few documents; whatever may be many is read one by one. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        var find = find(new Find.Wish(query, orderBy, numberToSkip, Math.max(0, limit)));
        List<Document> found = new ArrayList<>();
        for (Row row = find.next(); row != null; row = find.next()) {
            Document document = project(row.document(), fieldSelector);
            row.done();
            Allowance.CURRENT.get().take(HeapSize.of(document));
            found.add(document);
        }
        return new QueryResult(found);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        return queryDocuments(query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    <T> T reading(Supplier<T> work) {
        return holding(lock.readLock(), work);
    }

    <T> T changing(Supplier<T> work) {
        return holding(lock.writeLock(), () -> storage.journal().change(work));
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
        return reading(() -> new Distinct(this).of(query));
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        return query == null || query.isEmpty()
                ? super.count(query, skip, limit)
                : reading(() -> {
                    var find = find(new Find.Wish(query, null, skip, Math.max(0, limit)));
                    int count = 0;
                    while (find.next() != null) {
                        count++;
                    }
                    return count;
                });
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
        return getIndexes().isEmpty()
                ? changing(() -> super.deleteDocuments(selector, limit, oplog))
                : new ManyChanges(this, storage.journal()).delete(selector, Math.max(0, limit));
    }

    @Override
    public Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        boolean byOperators = update.keySet().stream().allMatch(key -> key.startsWith("$"));
        try {
            return multi && byOperators && !getIndexes().isEmpty()
                    ? new ManyChanges(this, storage.journal()).update(selector, update, filters, upsert, oplog)
                    : changing(() -> updateAtOnce(selector, update, filters, multi, upsert, oplog));
        } catch (MongoServerError e) {
            throw e.getCode() == Refusal.OBJECT_TOO_LARGE ? Refusal.upsertedTooLarge() : e;
        }
    }

    Document updateAtOnce(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        return super.updateDocuments(multi ? selector : first(selector), update, filters, multi, upsert, oplog);
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
        boolean isNew = getIndexes().stream().noneMatch(other -> other.getName().equals(index.getName()));
        changingOnly(() -> {
            if (isNew && index instanceof SortedIndex sorted) {
                complete(sorted);
            }
            super.addIndex(index);
        });
    }

    private void complete(SortedIndex index) {
        if (!storage.completeIndexes().contain(index)) {
            new IndexBuild(storage, this, documents).build(index);
            storage.completeIndexes().add(index);
        }
    }

    @Override
    public void dropIndex(String name) {
        changingOnly(() -> super.dropIndex(name));
    }
}
