package org.ncsoversight.mongo;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.index.SortKey;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.HeapSize;
import org.ncsoversight.mongo.query.Find;
import org.ncsoversight.mongo.query.Row;
import org.ncsoversight.mongo.storage.Journal;

/**
 * Changes that may be many: where the documents are is noted first, then they are changed one by one.
 *
 * <p>As in MongoDB others come between them, and what has been changed stays changed if a later one fails.
 */
record ManyChanges(StoredCollection collection, Journal journal) {

    int delete(Document selector, int limit) {
        var deleted = new int[1];
        eachOf(selector, limit, document -> {
            collection.removeDocument(document);
            deleted[0]++;
        });
        return deleted[0];
    }

    Document update(Document selector, Document update, ArrayFilters filters, boolean upsert, Oplog oplog) {
        var matched = new int[1];
        var modified = new int[1];
        boolean any = eachOf(selector, 0, document -> {
            var one = new Document(selector).append("_id", document.get("_id"));
            Document result = collection.updateAtOnce(one, update, filters, false, false, oplog);
            matched[0] += number("n", result);
            modified[0] += number("nModified", result);
        });
        return any
                ? new Document("n", matched[0]).append("nModified", modified[0])
                : collection.changing(() -> collection.updateAtOnce(selector, update, filters, true, upsert, oplog));
    }

    private static int number(String field, Document result) {
        return requireNonNull((Number) result.get(field)).intValue();
    }

    private boolean eachOf(Document selector, int limit, Consumer<Document> change) {
        Iterator<SortKey> positions =
                collection.reading(() -> positionsOf(selector, limit)).iterator();
        boolean any = positions.hasNext();
        var matcher = new DefaultQueryMatcher();
        while (positions.hasNext()) {
            collection.changing(() -> {
                do {
                    Document document = collection.getDocument(positions.next());
                    if (document != null && matcher.matches(document, selector)) {
                        change.accept(document);
                    }
                } while (positions.hasNext() && !journal.isMuchUnsaved());
                return true;
            });
            journal.awaitDurableIfMuch();
        }
        return any;
    }

    private List<SortKey> positionsOf(Document selector, int limit) {
        var find = collection.find(new Find.Wish(selector, null, 0, limit));
        List<SortKey> positions = new ArrayList<>();
        for (@Nullable Row row = find.next(); row != null; row = find.next()) {
            Allowance.CURRENT.get().take(HeapSize.ENTRY + (long) row.position().length());
            positions.add(row.position());
        }
        return positions;
    }
}
