package org.ncsoversight.evidence.repeating.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.repeating.Answers;

/** One document per key; its unique id is what two requests at once race for, and the database forgets it in time. */
final class MongoAnswers implements Answers {

    private static final String STATUS = "status";
    private static final String HOLDER = "holder";
    private static final String FORGET_AT = "forgetAt";
    private static final String SINCE = "since";

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> uses;

    MongoAnswers(MongoCollection<Document> collection, MongoCollection<Document> uses) {
        this.collection = collection;
        this.uses = uses;
        for (var forgetful : List.of(collection, uses)) {
            Patient.with(forgetful)
                    .createIndex(Indexes.ascending(FORGET_AT), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        }
    }

    /** Apart from the answers, because those of a process that died are not there. */
    @Override
    public Instant inUseSince(String key, Instant now, Instant forgetAt) {
        var use = new Document("_id", key).append(SINCE, Date.from(now)).append(FORGET_AT, Date.from(forgetAt));
        return Away.unless(() -> {
            uses.deleteOne(and(eq("_id", key), lte(FORGET_AT, Date.from(now))));
            try {
                uses.insertOne(use);
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
            return Optional.ofNullable(uses.find(eq("_id", key)).first())
                    .orElse(use)
                    .getDate(SINCE)
                    .toInstant();
        });
    }

    /** Until there is an answer, the time to forget a key is the time its holder loses it. */
    @Override
    public Claim claim(Holder wanted, Instant now) {
        var document = new Document("_id", wanted.key())
                .append(HOLDER, wanted.holder().toString())
                .append(FORGET_AT, Date.from(wanted.until()));
        return Away.unless(() -> {
            collection.deleteOne(and(eq("_id", wanted.key()), lte(FORGET_AT, Date.from(now))));
            try {
                collection.insertOne(document);
                return new Claim.Granted();
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                return read(collection.find(eq("_id", wanted.key())).first());
            }
        });
    }

    @Override
    public void renew(Collection<Holder> holders) {
        Away.unless(() -> {
            holders.forEach(
                    holder -> collection.updateOne(stillHeldBy(holder), set(FORGET_AT, Date.from(holder.until()))));
            return true;
        });
    }

    @Override
    public void keep(Holder holder, Answer answer, Instant forgetAt) {
        var headers = new Document();
        headers.putAll(answer.headers());
        var update = combine(
                set("fingerprint", answer.fingerprint()),
                set(STATUS, answer.status()),
                set("headers", headers),
                set("body", new Binary(answer.bytes())),
                set(FORGET_AT, Date.from(forgetAt)));
        Away.unless(() -> collection.updateOne(stillHeldBy(holder), update));
    }

    @Override
    public void release(Holder holder) {
        Away.unless(() -> collection.deleteOne(stillHeldBy(holder)));
    }

    /** One who was there a moment ago and is gone now has just given the key back: worth another try. */
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
        return and(List.of(eq("_id", holder.key()), eq(HOLDER, holder.holder().toString()), eq(STATUS, null)));
    }
}
