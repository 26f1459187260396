package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.HeapSize;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.memory.Refusal;
import org.ncsoversight.mongo.query.Find;
import org.ncsoversight.mongo.query.Row;

/** The different values of a field, of which only those are kept. */
final class Distinct {

    private final StoredCollection collection;
    private final Set<Object> values = new TreeSet<>(ValueComparator.ascWithoutListHandling());
    private long size;

    Distinct(StoredCollection collection) {
        this.collection = collection;
    }

    Document of(Document command) {
        String key = (String) command.get("key");
        Document query = command.get("query") instanceof Document given ? given : new Document();
        var find = collection.find(new Find.Wish(query, null, 0, 0));
        for (Row row = find.next(); row != null; row = find.next()) {
            switch (Utils.getSubdocumentValueCollectionAware(row.document(), key)) {
                case Missing _ -> {}
                case Collection<?> elements -> elements.forEach(this::add);
                case Object value -> add(value);
                case null -> add(null);
            }
        }
        var answer = new Document("values", values);
        Utils.markOkay(answer);
        return answer;
    }

    private void add(@Nullable Object value) {
        if (values.add(value)) {
            long more = HeapSize.ENTRY + HeapSize.of(value);
            size += more;
            if (size > Limits.DOCUMENT_IN_BYTES) {
                throw Refusal.distinctTooLarge();
            }
            Allowance.CURRENT.get().take(more);
        }
    }
}
