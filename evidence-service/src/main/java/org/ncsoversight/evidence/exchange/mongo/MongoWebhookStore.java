package org.ncsoversight.evidence.exchange.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.ncsoversight.evidence.exchange.mongo.WebhookDocument.ID;
import static org.ncsoversight.evidence.exchange.mongo.WebhookDocument.LIST_KEY;
import static org.ncsoversight.evidence.exchange.mongo.WebhookDocument.NEXT_AT;
import static org.ncsoversight.evidence.exchange.mongo.WebhookDocument.PAUSED;
import static org.ncsoversight.evidence.exchange.mongo.WebhookDocument.PROVIDER;
import static org.ncsoversight.evidence.exchange.mongo.WebhookDocument.STATE;
import static org.ncsoversight.evidence.exchange.mongo.WebhookDocument.VERSION;
import static org.ncsoversight.evidence.exchange.mongo.WebhookDocument.WEBHOOK;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.exchange.store.WebhookStore;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.security.VisibleProviders;

/** One document per webhook and one per delivery; what was delivered is forgotten in time. */
final class MongoWebhookStore implements WebhookStore {

    private static final String FORGET_AT = "forgetAt";

    private final MongoCollection<Document> webhooks;
    private final MongoCollection<Document> deliveries;
    private final Duration kept;

    MongoWebhookStore(MongoDatabase database, Duration deliveredKeptFor) {
        webhooks = database.getCollection("webhooks");
        deliveries = database.getCollection("webhookDeliveries");
        kept = deliveredKeptFor;
        Patient.with(webhooks).createIndex(Indexes.ascending(PROVIDER));
        Patient.with(deliveries).createIndex(Indexes.ascending(STATE, NEXT_AT, WEBHOOK));
        Patient.with(deliveries).createIndex(Indexes.ascending(WEBHOOK, LIST_KEY));
        Patient.with(deliveries).createIndex(Indexes.ascending(WEBHOOK, STATE, LIST_KEY));
        Patient.with(deliveries)
                .createIndex(Indexes.ascending(FORGET_AT), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public void add(Webhook webhook) {
        Away.unless(() -> webhooks.insertOne(WebhookDocument.write(webhook)));
    }

    @Override
    public boolean change(Webhook webhook) {
        var theVersionBefore = and(eq(ID, webhook.id().toString()), eq(VERSION, webhook.version() - 1));
        return Away.unless(() -> webhooks.replaceOne(theVersionBefore, WebhookDocument.write(webhook))
                        .getMatchedCount()
                == 1);
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
                .map(WebhookDocument::webhook));
    }

    @Override
    public Set<UUID> paused() {
        return Away.unless(() -> webhooks.find(eq(PAUSED, true))
                .projection(Projections.include(ID))
                .map(document -> UUID.fromString(document.getString(ID)))
                .into(new HashSet<>()));
    }

    @Override
    public void forgetDeliveries(UUID webhook) {
        Away.unless(() -> deliveries.deleteMany(eq(WEBHOOK, webhook.toString())));
    }

    @Override
    public void expect(Delivery delivery) {
        Away.unless(() -> {
            try {
                deliveries.insertOne(WebhookDocument.write(delivery));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
            return true;
        });
    }

    @Override
    public List<Delivery> due(Instant now, Collection<UUID> except, int limit) {
        var others = nin(WEBHOOK, except.stream().map(UUID::toString).toList());
        return Away.unless(() -> deliveries
                .find(and(eq(STATE, Delivery.State.WAITING.word()), lte(NEXT_AT, Date.from(now)), others))
                .sort(Sorts.ascending(NEXT_AT))
                .limit(limit)
                .map(WebhookDocument::delivery)
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
                .map(WebhookDocument::delivery)
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Delivery> delivery(UUID webhook, UUID id) {
        return Away.unless(() -> Optional.ofNullable(deliveries
                        .find(and(eq(ID, id.toString()), eq(WEBHOOK, webhook.toString())))
                        .first())
                .map(WebhookDocument::delivery));
    }

    @Override
    public int failed(UUID webhook) {
        return Away.unless(() -> Math.toIntExact(deliveries.countDocuments(failedOf(webhook))));
    }

    @Override
    public void again(Delivery delivery) {
        Away.unless(() -> deliveries.updateOne(eq(ID, delivery.id().toString()), waitingFrom(delivery.nextAt())));
    }

    @Override
    public int allFailedAgain(UUID webhook, Instant now) {
        return Away.unless(() -> Math.toIntExact(
                deliveries.updateMany(failedOf(webhook), waitingFrom(now)).getMatchedCount()));
    }

    private static Bson failedOf(UUID webhook) {
        return and(eq(WEBHOOK, webhook.toString()), eq(STATE, Delivery.State.FAILED.word()));
    }

    private static Bson waitingFrom(Instant at) {
        return combine(
                set(STATE, Delivery.State.WAITING.word()),
                set("attempts", 0),
                set(NEXT_AT, Date.from(at)),
                unset(FORGET_AT));
    }

    private List<Webhook> webhooks(Bson which) {
        return Away.unless(() -> webhooks.find(which)
                .sort(Sorts.ascending("createdAt"))
                .map(WebhookDocument::webhook)
                .into(new ArrayList<>()));
    }

    private static Bson waitingSince(Delivery delivery, Instant nextAt) {
        return and(
                eq(ID, delivery.id().toString()),
                eq(STATE, Delivery.State.WAITING.word()),
                eq(NEXT_AT, Date.from(nextAt)));
    }
}
