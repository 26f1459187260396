package org.ncsoversight.criteria.accreditation.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.criteria.accreditation.store.CalendarStore;
import org.ncsoversight.criteria.mongo.Writes;

/** Calendar addresses in MongoDB, one document for each person. */
final class MongoCalendarStore implements CalendarStore {

    static final String TOKEN_HASH = "tokenHash";

    private final MongoCollection<Document> calendars;

    MongoCalendarStore(MongoCollection<Document> calendars) {
        this.calendars = calendars;
    }

    @Override
    public Optional<Subscription> of(String username) {
        return find(eq(Writes.ID, username));
    }

    @Override
    public Optional<Subscription> withHash(String tokenHash) {
        return find(eq(TOKEN_HASH, tokenHash));
    }

    @Override
    public void put(Subscription subscription) {
        var document = new Document(Writes.ID, subscription.username())
                .append(TOKEN_HASH, subscription.tokenHash())
                .append("createdAt", Date.from(subscription.createdAt()));
        calendars.replaceOne(eq(Writes.ID, subscription.username()), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public void remove(String username) {
        calendars.deleteOne(eq(Writes.ID, username));
    }

    private Optional<Subscription> find(Bson filter) {
        return Optional.ofNullable(calendars.find(filter).first())
                .map(document -> new Subscription(
                        document.getString(Writes.ID),
                        document.getString(TOKEN_HASH),
                        document.getDate("createdAt").toInstant()));
    }
}
