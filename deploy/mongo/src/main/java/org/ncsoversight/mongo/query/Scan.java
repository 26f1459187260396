package org.ncsoversight.mongo.query;

import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.index.SortKey;
import org.ncsoversight.mongo.index.Walk;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.Refusal;

/**
 * Reads the documents of a collection one by one: all in the order of their ids, or those an index leads to.
 *
 * <p>Pauses between the batches of an answer, when others may write.
 */
final class Scan implements Rows {

    private final Source source;
    private final Optional<Walk> walk;
    private final boolean descending;
    private final Allowance allowance;

    private @Nullable Cursor<SortKey, byte[]> cursor;
    private @Nullable SortKey last;
    private @Nullable Row row;

    Scan(Source source, Optional<Walk> walk, boolean descending, Allowance allowance) {
        this.source = source;
        this.walk = walk;
        this.descending = descending;
        this.allowance = allowance;
    }

    @Override
    public @Nullable Row next() {
        if (row != null) {
            row.done();
        }
        row = walk.isPresent() ? nextOnTheWay(walk.get()) : nextOfAll();
        return row;
    }

    private @Nullable Row nextOnTheWay(Walk way) {
        for (SortKey position = way.next(); position != null; position = way.next()) {
            Row found = at(position);
            if (found != null && way.isFirstEntryOf(found.document())) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Row nextOfAll() {
        if (cursor == null) {
            cursor = behind(last);
        }
        if (cursor == null || !cursor.hasNext()) {
            return null;
        }
        last = cursor.next();
        return new Row(last, cursor.getValue(), allowance);
    }

    private @Nullable Cursor<SortKey, byte[]> behind(@Nullable SortKey key) {
        MVMap<SortKey, byte[]> documents = source.documents();
        if (key == null) {
            return documents.cursor(null, null, descending);
        }
        SortKey start = descending ? documents.lowerKey(key) : documents.higherKey(key);
        return start == null ? null : documents.cursor(start, null, descending);
    }

    /** Null if there is no document any more. */
    @Nullable
    Row at(SortKey position) {
        byte[] bson = source.documents().get(position);
        return bson == null ? null : new Row(position, bson, allowance);
    }

    void pause() {
        cursor = null;
        walk.ifPresent(Walk::pause);
    }

    void checkStillThere() {
        boolean indexThere = walk.isEmpty() || walk.get().goesThrough(source.indexes());
        if (source.documents().isClosed() || !indexThere) {
            throw Refusal.planKilled();
        }
    }
}
