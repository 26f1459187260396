package org.ncsoversight.evidence.exchange.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps webhooks and their deliveries. */
public interface WebhookStore {

    void add(Webhook webhook);

    /** False when another change came first. */
    boolean change(Webhook webhook);

    /** Its deliveries go with it. */
    boolean remove(UUID id, VisibleProviders visible);

    Optional<Webhook> find(UUID id, VisibleProviders visible);

    /** All of the providers the caller sees, oldest first. */
    List<Webhook> list(VisibleProviders visible);

    /** For the delivering itself, whoever may see it. */
    List<Webhook> of(ProviderId provider);

    Optional<Webhook> toDeliver(UUID id);

    /** Keeps what is to be delivered; what is known already stays as it is. */
    void expect(Delivery delivery);

    /** Deliveries whose time has come, earliest first, but none to these webhooks. */
    List<Delivery> due(Instant now, Collection<UUID> except, int limit);

    /** The webhooks that are sent nothing for now. */
    Set<UUID> paused();

    /** Of a webhook that is there no more. */
    void forgetDeliveries(UUID webhook);

    /** Takes a delivery for this process until a time; false when somebody else was first. */
    boolean take(Delivery delivery, Instant until);

    /** Keeps how an attempt ended, unless it was sent again by hand or removed meanwhile. */
    void ended(Delivery delivery, Instant takenUntil);

    /** Newest first; after is the list key of the last one seen. */
    List<Delivery> deliveries(UUID webhook, Delivery.@Nullable State state, @Nullable String after, int limit);

    Optional<Delivery> delivery(UUID webhook, UUID id);

    /** How many failed for good. */
    int failed(UUID webhook);

    /** Puts it back to waiting from the start. */
    void again(Delivery delivery);

    /** The same for all that failed; says how many. */
    int allFailedAgain(UUID webhook, Instant now);
}
