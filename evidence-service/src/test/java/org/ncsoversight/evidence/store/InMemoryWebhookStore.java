package org.ncsoversight.evidence.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.exchange.store.WebhookStore;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;

public final class InMemoryWebhookStore implements WebhookStore {

    private final Map<UUID, Webhook> webhooks = new LinkedHashMap<>();
    private final Map<UUID, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<UUID, Instant> next = new LinkedHashMap<>();

    @Override
    public void add(Webhook webhook) {
        webhooks.put(webhook.id(), webhook);
    }

    @Override
    public boolean change(Webhook webhook) {
        Webhook now = webhooks.get(webhook.id());
        if (now == null || now.version() != webhook.version() - 1) {
            return false;
        }
        webhooks.put(webhook.id(), webhook);
        return true;
    }

    @Override
    public boolean remove(UUID id, VisibleProviders visible) {
        deliveries.values().removeIf(delivery -> delivery.webhook().equals(id));
        return find(id, visible).isPresent() && webhooks.remove(id) != null;
    }

    @Override
    public Optional<Webhook> find(UUID id, VisibleProviders visible) {
        return toDeliver(id).filter(webhook -> visible.includes(webhook.provider()));
    }

    @Override
    public List<Webhook> list(VisibleProviders visible) {
        return webhooks.values().stream()
                .filter(webhook -> visible.includes(webhook.provider()))
                .toList();
    }

    @Override
    public List<Webhook> of(ProviderId provider) {
        return webhooks.values().stream()
                .filter(webhook -> webhook.provider().equals(provider))
                .toList();
    }

    @Override
    public Optional<Webhook> toDeliver(UUID id) {
        return Optional.ofNullable(webhooks.get(id));
    }

    @Override
    public void expect(Delivery delivery) {
        if (deliveries.putIfAbsent(delivery.id(), delivery) == null) {
            next.put(delivery.id(), delivery.nextAt());
        }
    }

    @Override
    public Set<UUID> paused() {
        return webhooks.values().stream()
                .filter(Webhook::paused)
                .map(Webhook::id)
                .collect(Collectors.toSet());
    }

    @Override
    public void forgetDeliveries(UUID webhook) {
        deliveries.values().removeIf(delivery -> delivery.webhook().equals(webhook));
    }

    @Override
    public List<Delivery> due(Instant now, Collection<UUID> except, int limit) {
        return deliveries.values().stream()
                .filter(delivery -> !except.contains(delivery.webhook()))
                .filter(delivery -> delivery.state() == Delivery.State.WAITING
                        && !next.get(delivery.id()).isAfter(now))
                .sorted(Comparator.comparing(Delivery::nextAt))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean take(Delivery delivery, Instant until) {
        return next.replace(delivery.id(), delivery.nextAt(), until);
    }

    @Override
    public void ended(Delivery delivery, Instant takenUntil) {
        if (next.replace(delivery.id(), takenUntil, delivery.nextAt())) {
            deliveries.put(delivery.id(), delivery);
        }
    }

    @Override
    public List<Delivery> deliveries(UUID webhook, Delivery.@Nullable State state, @Nullable String after, int limit) {
        return deliveries.values().stream()
                .filter(delivery -> delivery.webhook().equals(webhook))
                .filter(delivery -> state == null || state == delivery.state())
                .filter(delivery -> after == null || delivery.listKey().compareTo(after) < 0)
                .sorted(Comparator.comparing(Delivery::listKey).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Delivery> delivery(UUID webhook, UUID id) {
        return Optional.ofNullable(deliveries.get(id))
                .filter(delivery -> delivery.webhook().equals(webhook));
    }

    @Override
    public void again(Delivery delivery) {
        deliveries.put(delivery.id(), delivery);
        next.put(delivery.id(), delivery.nextAt());
    }

    @Override
    public int failed(UUID webhook) {
        return deliveries(webhook, Delivery.State.FAILED, null, Integer.MAX_VALUE)
                .size();
    }

    @Override
    public int allFailedAgain(UUID webhook, Instant now) {
        var failed = deliveries(webhook, Delivery.State.FAILED, null, Integer.MAX_VALUE);
        failed.forEach(delivery -> again(delivery.again(now)));
        return failed.size();
    }
}
