package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Duration;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.ncsoversight.mongo.bson.BsonBytes;
import org.ncsoversight.mongo.index.SortKey;
import org.ncsoversight.mongo.index.SortedIndex;
import org.ncsoversight.mongo.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives an index an entry for every document there is; nothing else may change meanwhile. */
record IndexBuild(Storage storage, MongoCollection<SortKey> collection, MVMap<SortKey, byte[]> documents) {

    private static final Logger log = LoggerFactory.getLogger(IndexBuild.class);
    private static final long BETWEEN_LINES_IN_NANOS = Duration.ofSeconds(5).toNanos();

    /** Commits parts on the way, so that memory does not depend on the number of documents. */
    void build(SortedIndex index) {
        storage.completeIndexes().remove(index.mapName());
        index.clear();
        try {
            addEntries(index);
        } catch (MongoServerError e) {
            index.clear();
            throw new IndexBuildFailedException(e, collection);
        }
    }

    private void addEntries(SortedIndex index) {
        long total = documents.sizeAsLong();
        long done = 0;
        long saidAt = System.nanoTime();
        Cursor<SortKey, byte[]> cursor = documents.cursor(null);
        while (cursor.hasNext()) {
            SortKey position = cursor.next();
            var document = BsonBytes.decode(cursor.getValue());
            index.checkAdd(document, collection);
            index.add(document, position, collection);
            done++;
            if (storage.journal().isMuchUnsaved()) {
                storage.journal().commitPart();
            }
            if (System.nanoTime() - saidAt > BETWEEN_LINES_IN_NANOS) {
                saidAt = System.nanoTime();
                log.info(
                        "Building index {} of {}: {} of {} documents",
                        index.getName(),
                        collection.getFullName(),
                        done,
                        total);
            }
        }
    }
}
