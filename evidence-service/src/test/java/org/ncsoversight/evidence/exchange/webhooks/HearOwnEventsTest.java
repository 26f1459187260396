package org.ncsoversight.evidence.exchange.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.store.InMemoryWebhookStore;
import tools.jackson.databind.json.JsonMapper;

class HearOwnEventsTest {

    private static final Instant MADE = Instant.parse("2026-11-23T10:00:00Z");

    private final InMemoryWebhookStore store = new InMemoryWebhookStore();
    private final HearOwnEvents hear =
            new HearOwnEvents(store, new JsonMapper(), Clock.fixed(MADE.plusSeconds(90), ZoneOffset.UTC));
    private final Webhook webhook = new Webhook(
            UUID.randomUUID(),
            1,
            new ProviderId("99000001"),
            "https://example.org/events",
            new TreeSet<>(),
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            false,
            MADE,
            "lead");

    @BeforeEach
    void add() {
        store.add(webhook);
    }

    @Test
    void what_happened_before_the_webhook_was_there_does_not_reach_it_however_late_it_is_published() {
        hear.hear(message(MADE.minusMillis(1), MADE.plusSeconds(60)));

        assertThat(store.deliveries(webhook.id(), null, null, 10)).isEmpty();
    }

    @Test
    void what_happened_since_reaches_it_once() {
        var message = message(MADE, MADE.plusSeconds(60));

        hear.hear(message);
        hear.hear(message);

        assertThat(store.deliveries(webhook.id(), null, null, 10)).hasSize(1);
    }

    private static ConsumerRecord<byte[], byte[]> message(Instant recordedAt, Instant publishedAt) {
        var headers = new RecordHeaders();
        headers.add("ce_id", "5".getBytes(StandardCharsets.UTF_8));
        headers.add("ce_type", "org.ncsoversight.evidence.accepted.v1".getBytes(StandardCharsets.UTF_8));
        headers.add("ce_recordedtime", recordedAt.toString().getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                "ncs.evidence.v1",
                0,
                0,
                publishedAt.toEpochMilli(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                "99000001".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8),
                headers,
                Optional.empty());
    }
}
