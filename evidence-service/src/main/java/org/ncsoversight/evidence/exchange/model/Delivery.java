package org.ncsoversight.evidence.exchange.model;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * One event on its way to one webhook.
 *
 * @param id the same for the same event and webhook, so that hearing the event again changes nothing
 * @param body what is sent, to the byte
 * @param attempts how often it was tried since it came or was last sent again by hand
 * @param nextAt when it is tried next; says nothing once it is delivered or failed
 * @param lastStatus the HTTP status of the latest attempt, if there was an answer
 * @param trouble why the latest attempt failed, in words
 */
public record Delivery(
        UUID id,
        UUID webhook,
        ProviderId provider,
        String type,
        String body,
        Instant heardAt,
        State state,
        int attempts,
        Instant nextAt,
        @Nullable Integer lastStatus,
        @Nullable String trouble) {

    /** The first try and then twelve more, 1, 2, 4 … 2,048 seconds after the one before. */
    public static final int RETRIES = 12;

    /** Where a delivery stands. */
    public enum State {
        WAITING,
        DELIVERED,
        FAILED;

        public String word() {
            return switch (this) {
                case WAITING -> "waiting";
                case DELIVERED -> "delivered";
                case FAILED -> "failed";
            };
        }
    }

    public static Delivery expected(UUID id, Webhook webhook, String type, String body, Instant now) {
        return new Delivery(id, webhook.id(), webhook.provider(), type, body, now, State.WAITING, 0, now, null, null);
    }

    public Delivery delivered(int status, Instant now) {
        return new Delivery(
                id, webhook, provider, type, body, heardAt, State.DELIVERED, attempts + 1, now, status, null);
    }

    public Delivery refused(@Nullable Integer status, String why, Instant now) {
        boolean last = attempts >= RETRIES;
        Instant next = last ? now : now.plus(pauseAfter(attempts + 1));
        return new Delivery(
                id,
                webhook,
                provider,
                type,
                body,
                heardAt,
                last ? State.FAILED : State.WAITING,
                attempts + 1,
                next,
                status,
                why);
    }

    /** From the start, because somebody asked for it. */
    public Delivery again(Instant now) {
        return new Delivery(id, webhook, provider, type, body, heardAt, State.WAITING, 0, now, lastStatus, trouble);
    }

    /** Sorts by time; unique, so that a list can go on after any delivery. */
    public String listKey() {
        return "%015d-%s".formatted(heardAt.toEpochMilli(), id);
    }

    static Duration pauseAfter(int attempt) {
        return Duration.ofSeconds(1L << (attempt - 1));
    }
}
