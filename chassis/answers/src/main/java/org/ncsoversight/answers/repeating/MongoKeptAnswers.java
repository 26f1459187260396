package org.ncsoversight.answers.repeating;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.documents.Patient;

/** One document per key; its unique id is what two requests at once race for, and the database forgets it in time. */
final class MongoKeptAnswers implements KeptAnswers {

    private static final String ID = "_id";
    private static final String STATUS = "status";
    private static final String HOLDER = "holder";
    private static final String HELD_UNTIL = "heldUntil";
    private static final String SEED = "seed";
    private static final String FORGET_AT = "forgetAt";

    private final MongoCollection<Document> collection;

    MongoKeptAnswers(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Safe to repeat. */
    void createIndexes() {
        Patient.with(collection)
                .createIndex(Indexes.ascending(FORGET_AT), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /** The database forgets in its own time; here a key ends to the second. */
    @Override
    public Claim claim(Holder wanted, Instant now, Instant forgetAt) {
        collection.deleteOne(and(eq(ID, wanted.key()), lte(FORGET_AT, Date.from(now))));
        try {
            collection.insertOne(new Document(ID, wanted.key())
                    .append(HOLDER, wanted.holder().toString())
                    .append(HELD_UNTIL, Date.from(wanted.until()))
                    .append(SEED, wanted.holder().toString())
                    .append(FORGET_AT, Date.from(forgetAt)));
            return new Claim.Granted(wanted.holder());
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return takeOver(wanted, now);
        }
    }

    @Override
    public void renew(Collection<Holder> holders) {
        holders.forEach(
                holder -> collection.updateOne(stillHeldBy(holder), set(HELD_UNTIL, Date.from(holder.until()))));
    }

    @Override
    public void keep(Holder holder, Answer answer, Instant forgetAt) {
        var headers = new Document();
        headers.putAll(answer.headers());
        collection.updateOne(
                stillHeldBy(holder),
                combine(
                        set("fingerprint", answer.fingerprint()),
                        set(STATUS, answer.status()),
                        set("headers", headers),
                        set("body", new Binary(answer.bytes())),
                        set(FORGET_AT, Date.from(forgetAt))));
    }

    @Override
    public void release(Holder holder) {
        collection.updateOne(stillHeldBy(holder), set(HELD_UNTIL, Date.from(Instant.EPOCH)));
    }

    /** From one who gave the key back or stopped renewing. */
    private Claim takeOver(Holder wanted, Instant now) {
        var taken = collection.findOneAndUpdate(
                and(eq(ID, wanted.key()), eq(STATUS, null), lte(HELD_UNTIL, Date.from(now))),
                combine(set(HOLDER, wanted.holder().toString()), set(HELD_UNTIL, Date.from(wanted.until()))),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return taken == null
                ? read(collection.find(eq(ID, wanted.key())).first())
                : new Claim.Granted(UUID.fromString(taken.getString(SEED)));
    }

    /** One who was there a moment ago and is gone now was just forgotten: worth another try. */
    private static Claim read(@Nullable Document document) {
        if (document == null || document.getInteger(STATUS) == null) {
            return new Claim.UnderWay();
        }
        var headers = new LinkedHashMap<String, String>();
        document.get("headers", Document.class).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new Claim.Answered(new Answer(
                document.getString("fingerprint"),
                document.getInteger(STATUS),
                headers,
                ByteBuffer.wrap(document.get("body", Binary.class).getData())));
    }

    private static Bson stillHeldBy(Holder holder) {
        return and(eq(ID, holder.key()), eq(HOLDER, holder.holder().toString()), eq(STATUS, null));
    }
}
