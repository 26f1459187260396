package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.bson.BsonBytes;
import org.ncsoversight.mongo.query.Find;
import org.ncsoversight.mongo.query.Results;
import org.ncsoversight.mongo.query.Row;

/** What a find command gives: the bytes as they are stored, unless it wants only some fields. */
final class FoundDocuments implements Results {

    private final StoredCollection collection;
    private final Find.Wish wish;
    private final @Nullable Document projection;
    private @Nullable Find find;

    FoundDocuments(StoredCollection collection, Find.Wish wish, @Nullable Document projection) {
        this.collection = collection;
        this.wish = wish;
        this.projection = projection;
    }

    @Override
    public byte @Nullable [] next() {
        if (find == null) {
            find = collection.find(wish);
        }
        Row row = find.next();
        if (row == null) {
            return null;
        }
        return projection == null || projection.isEmpty()
                ? row.bson()
                : BsonBytes.encode(collection.project(row.document(), projection));
    }

    @Override
    public void pause() {
        if (find != null) {
            find.pause();
        }
    }

    @Override
    public <T> T reading(Supplier<T> work) {
        return collection.reading(work);
    }
}
