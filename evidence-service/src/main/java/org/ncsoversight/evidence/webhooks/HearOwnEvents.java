package org.ncsoversight.evidence.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.contract.EvidenceMessage;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.webhook.Delivery;
import org.ncsoversight.evidence.model.webhook.Webhook;
import org.ncsoversight.evidence.store.WebhookStore;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads this service's own topic, so that whoever listens there and whoever has a webhook hear the very same. */
@Component
class HearOwnEvents {

    private final WebhookStore store;
    private final JsonMapper json;
    private final Clock clock;

    HearOwnEvents(WebhookStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    @KafkaListener(id = "webhooks", topics = EvidenceMessage.TOPIC, idIsGroup = false)
    void hear(ConsumerRecord<String, @Nullable String> message) {
        String value = message.value();
        if (value == null || !ProviderId.isUkprn(message.key())) {
            return;
        }
        List<Webhook> webhooks = store.of(new ProviderId(message.key()));
        if (webhooks.isEmpty()) {
            return;
        }
        String type = header(message, "ce_type");
        Instant recordedAt = recordedAt(message);
        for (Webhook webhook : webhooks) {
            // What was said before somebody asked to be told is not sent afterwards.
            if (webhook.wants(EventTypes.lastPart(type)) && !recordedAt.isBefore(webhook.createdAt())) {
                store.expect(Delivery.expected(
                        idOf(webhook, message), webhook, type, body(message, type, value), clock.instant()));
            }
        }
    }

    /** When it happened here; the message may have left much later, when the brokers were back. */
    private static Instant recordedAt(ConsumerRecord<String, @Nullable String> message) {
        try {
            return Instant.parse(header(message, "ce_recordedtime"));
        } catch (DateTimeParseException _) {
            return Instant.ofEpochMilli(Math.max(0, message.timestamp()));
        }
    }

    private static UUID idOf(Webhook webhook, ConsumerRecord<String, @Nullable String> message) {
        String natural = webhook.id() + "/" + header(message, "ce_id");
        return UUID.nameUUIDFromBytes(natural.getBytes(StandardCharsets.UTF_8));
    }

    /** A CloudEvent as one JSON document. */
    private String body(ConsumerRecord<String, @Nullable String> message, String type, String value) {
        ObjectNode event = json.createObjectNode();
        event.put("specversion", "1.0");
        event.put("type", type);
        for (String attribute : List.of("id", "source", "time", "subject")) {
            event.put(attribute, header(message, "ce_" + attribute));
        }
        event.put("datacontenttype", "application/json");
        event.set("data", json.readTree(value));
        return json.writeValueAsString(event);
    }

    private static String header(ConsumerRecord<String, @Nullable String> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
