package org.ncsoversight.evidence.exchange.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * An address of a provider's own system that wants to hear of the provider's events.
 *
 * @param version counts up from 1 with each change
 * @param types last parts of event types, such as {@code accepted}; empty for all
 * @param secret the key of the signatures; shown once and never again
 * @param paused is sent nothing until resumed; what happens meanwhile waits for it
 */
public record Webhook(
        UUID id,
        long version,
        ProviderId provider,
        String address,
        SortedSet<String> types,
        String secret,
        boolean paused,
        Instant createdAt,
        String createdBy) {

    public Webhook {
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    }

    public boolean wants(String type) {
        return types.isEmpty() || types.contains(type);
    }

    public Webhook changedTo(String newAddress, SortedSet<String> newTypes, boolean nowPaused) {
        return new Webhook(id, version + 1, provider, newAddress, newTypes, secret, nowPaused, createdAt, createdBy);
    }

    public Webhook withSecret(String newSecret) {
        return new Webhook(id, version + 1, provider, address, types, newSecret, paused, createdAt, createdBy);
    }

    @Override
    public String toString() {
        return "Webhook[%s to %s]".formatted(id, address); // Never the secret.
    }
}
