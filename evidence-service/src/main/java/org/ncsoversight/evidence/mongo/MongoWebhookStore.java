package org.ncsoversight.evidence.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.webhook.Delivery;
import org.ncsoversight.evidence.model.webhook.Webhook;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.store.WebhookStore;

/** One document per webhook and one per delivery; what was delivered is forgotten in time. */
final class MongoWebhookStore implements WebhookStore {

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String PROVIDER = "provider";
    private static final String WEBHOOK = "webhook";
    private static final String STATE = "state";
    private static final String NEXT_AT = "nextAt";
    private static final String LIST_KEY = "listKey";
    private static final String FORGET_AT = "forgetAt";

    private final MongoCollection<Document> webhooks;
    private final MongoCollection<Document> deliveries;
    private final Duration kept;

    MongoWebhookStore(MongoDatabase database, Duration deliveredKeptFor) {
        webhooks = database.getCollection("webhooks");
        deliveries = database.getCollection("webhookDeliveries");
        kept = deliveredKeptFor;
        webhooks.createIndex(Indexes.ascending(PROVIDER));
        deliveries.createIndex(Indexes.ascending(STATE, NEXT_AT));
        deliveries.createIndex(Indexes.ascending(WEBHOOK, LIST_KEY));
        deliveries.createIndex(Indexes.ascending(FORGET_AT), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public void add(Webhook webhook) {
        Away.unless(() -> webhooks.insertOne(write(webhook)));
    }

    @Override
    public boolean change(Webhook webhook) {
        var theVersionBefore = and(eq(ID, webhook.id().toString()), eq(VERSION, webhook.version() - 1));
        return Away.unless(
                () -> webhooks.replaceOne(theVersionBefore, write(webhook)).getMatchedCount() == 1);
    }

    @Override
    public boolean remove(UUID id, VisibleProviders visible) {
        if (find(id, visible).isEmpty()) {
            return false;
        }
        return Away.unless(() -> {
            boolean removed = webhooks.deleteOne(eq(ID, id.toString())).getDeletedCount() == 1;
            deliveries.deleteMany(eq(WEBHOOK, id.toString()));
            return removed;
        });
    }

    @Override
    public Optional<Webhook> find(UUID id, VisibleProviders visible) {
        return toDeliver(id).filter(webhook -> visible.includes(webhook.provider()));
    }

    @Override
    public List<Webhook> list(VisibleProviders visible) {
        Bson which = visible.onlyThese()
                .map(providers ->
                        in(PROVIDER, providers.stream().map(ProviderId::ukprn).toList()))
                .orElseGet(Document::new);
        return webhooks(which);
    }

    @Override
    public List<Webhook> of(ProviderId provider) {
        return webhooks(eq(PROVIDER, provider.ukprn()));
    }

    @Override
    public Optional<Webhook> toDeliver(UUID id) {
        return Away.unless(() -> Optional.ofNullable(
                        webhooks.find(eq(ID, id.toString())).first())
                .map(MongoWebhookStore::webhook));
    }

    @Override
    public void expect(Delivery delivery) {
        Away.unless(() -> {
            try {
                deliveries.insertOne(write(delivery));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
            return true;
        });
    }

    @Override
    public List<Delivery> due(Instant now, int limit) {
        return Away.unless(() -> deliveries
                .find(and(eq(STATE, Delivery.State.WAITING.word()), lte(NEXT_AT, Date.from(now))))
                .sort(Sorts.ascending(NEXT_AT))
                .limit(limit)
                .map(MongoWebhookStore::delivery)
                .into(new ArrayList<>()));
    }

    @Override
    public boolean take(Delivery delivery, Instant until) {
        return Away.unless(() -> deliveries
                        .updateOne(waitingSince(delivery, delivery.nextAt()), set(NEXT_AT, Date.from(until)))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public void ended(Delivery delivery, Instant takenUntil) {
        boolean delivered = delivery.state() == Delivery.State.DELIVERED;
        var update = combine(
                set(STATE, delivery.state().word()),
                set("attempts", delivery.attempts()),
                set(NEXT_AT, Date.from(delivery.nextAt())),
                set("lastStatus", delivery.lastStatus()),
                set("trouble", delivery.trouble()),
                delivered ? set(FORGET_AT, Date.from(delivery.nextAt().plus(kept))) : unset(FORGET_AT));
        Away.unless(() -> deliveries.updateOne(waitingSince(delivery, takenUntil), update));
    }

    @Override
    public List<Delivery> deliveries(UUID webhook, Delivery.@Nullable State state, @Nullable String after, int limit) {
        var conditions = new ArrayList<Bson>();
        conditions.add(eq(WEBHOOK, webhook.toString()));
        if (state != null) {
            conditions.add(eq(STATE, state.word()));
        }
        if (after != null) {
            conditions.add(lt(LIST_KEY, after));
        }
        return Away.unless(() -> deliveries
                .find(and(conditions))
                .sort(Sorts.descending(LIST_KEY))
                .limit(limit)
                .map(MongoWebhookStore::delivery)
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Delivery> delivery(UUID webhook, UUID id) {
        return Away.unless(() -> Optional.ofNullable(deliveries
                        .find(and(eq(ID, id.toString()), eq(WEBHOOK, webhook.toString())))
                        .first())
                .map(MongoWebhookStore::delivery));
    }

    @Override
    public void again(Delivery delivery) {
        var update = combine(
                set(STATE, Delivery.State.WAITING.word()),
                set("attempts", 0),
                set(NEXT_AT, Date.from(delivery.nextAt())),
                unset(FORGET_AT));
        Away.unless(() -> deliveries.updateOne(eq(ID, delivery.id().toString()), update));
    }

    private List<Webhook> webhooks(Bson which) {
        return Away.unless(() -> webhooks.find(which)
                .sort(Sorts.ascending("createdAt"))
                .map(MongoWebhookStore::webhook)
                .into(new ArrayList<>()));
    }

    private static Bson waitingSince(Delivery delivery, Instant nextAt) {
        return and(
                eq(ID, delivery.id().toString()),
                eq(STATE, Delivery.State.WAITING.word()),
                eq(NEXT_AT, Date.from(nextAt)));
    }

    private static Document write(Webhook webhook) {
        return new Document(ID, webhook.id().toString())
                .append(VERSION, webhook.version())
                .append(PROVIDER, webhook.provider().ukprn())
                .append("address", webhook.address())
                .append("types", List.copyOf(webhook.types()))
                .append("secret", webhook.secret())
                .append("paused", webhook.paused())
                .append("createdAt", Date.from(webhook.createdAt()))
                .append("createdBy", webhook.createdBy());
    }

    private static Webhook webhook(Document document) {
        return new Webhook(
                UUID.fromString(document.getString(ID)),
                document.getLong(VERSION),
                new ProviderId(document.getString(PROVIDER)),
                document.getString("address"),
                new TreeSet<>(document.getList("types", String.class)),
                document.getString("secret"),
                document.getBoolean("paused"),
                document.getDate("createdAt").toInstant(),
                document.getString("createdBy"));
    }

    private static Document write(Delivery delivery) {
        return new Document(ID, delivery.id().toString())
                .append(WEBHOOK, delivery.webhook().toString())
                .append(PROVIDER, delivery.provider().ukprn())
                .append("type", delivery.type())
                .append("body", delivery.body())
                .append("heardAt", Date.from(delivery.heardAt()))
                .append(LIST_KEY, delivery.listKey())
                .append(STATE, delivery.state().word())
                .append("attempts", delivery.attempts())
                .append(NEXT_AT, Date.from(delivery.nextAt()))
                .append("lastStatus", delivery.lastStatus())
                .append("trouble", delivery.trouble());
    }

    private static Delivery delivery(Document document) {
        return new Delivery(
                UUID.fromString(document.getString(ID)),
                UUID.fromString(document.getString(WEBHOOK)),
                new ProviderId(document.getString(PROVIDER)),
                document.getString("type"),
                document.getString("body"),
                document.getDate("heardAt").toInstant(),
                Delivery.State.valueOf(document.getString(STATE).toUpperCase(Locale.ROOT)),
                document.getInteger("attempts"),
                document.getDate(NEXT_AT).toInstant(),
                document.getInteger("lastStatus"),
                document.getString("trouble"));
    }
}
