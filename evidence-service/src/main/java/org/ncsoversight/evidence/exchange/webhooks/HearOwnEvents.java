package org.ncsoversight.evidence.exchange.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.exchange.store.WebhookStore;
import org.ncsoversight.evidence.items.contract.EvidenceMessage;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.outbox.Received;
import org.ncsoversight.outbox.Unreadable;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
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
    void hear(ConsumerRecord<byte[], byte[]> record) {
        hear(new Received(record));
    }

    @EventListener
    void hear(Received received) {
        String type = received.type();
        if (!ProviderId.isUkprn(received.key())) {
            throw new Unreadable(Unreadable.FIELD_REFUSED, "The key is not a UKPRN");
        }
        List<Webhook> webhooks = store.of(new ProviderId(received.key()));
        if (webhooks.isEmpty()) {
            return;
        }
        for (Webhook webhook : webhooks) {
            // What was said before somebody asked to be told is not sent afterwards.
            if (webhook.wants(EventTypes.lastPart(type))
                    && !received.recordedTime().isBefore(webhook.createdAt())) {
                store.expect(Delivery.expected(
                        idOf(webhook, received), webhook, type, body(received, type), clock.instant()));
            }
        }
    }

    private static UUID idOf(Webhook webhook, Received received) {
        String natural = webhook.id() + "/" + received.header("ce_id").orElse("");
        return UUID.nameUUIDFromBytes(natural.getBytes(StandardCharsets.UTF_8));
    }

    /** A CloudEvent as one JSON document. */
    private String body(Received received, String type) {
        ObjectNode event = json.createObjectNode();
        event.put("specversion", "1.0");
        event.put("type", type);
        for (String attribute : List.of("id", "source", "time", "subject")) {
            event.put(attribute, received.header("ce_" + attribute).orElse(""));
        }
        event.put("datacontenttype", "application/json");
        try {
            event.set("data", json.readTree(received.text()));
        } catch (JacksonException e) {
            throw new Unreadable(Unreadable.VALUE_UNREADABLE, e.getOriginalMessage(), e);
        }
        return json.writeValueAsString(event);
    }
}
