package org.ncsoversight.outbox;

import java.time.Instant;
import java.util.UUID;
import org.bson.Document;

/**
 * One event as it will stand on its topic: CloudEvents 1.0 in Kafka binary mode.
 *
 * @param id made before the write, so that a retry writes and sends the same event
 * @param key the Kafka record key; also sent as {@code partitionkey}
 * @param type spelt out in full, for example {@code org.ncsoversight.evidence.submitted.v1}
 * @param source the producing service, for example {@code /evidence-service}
 * @param subject the id of the entity the event is about
 * @param time when the fact became true
 * @param recordedTime when this platform recorded it
 * @param json the event's data
 */
public record OutboxEvent(
        UUID id,
        String topic,
        String key,
        String type,
        String source,
        String subject,
        Instant time,
        Instant recordedTime,
        String json) {

    Document toDocument() {
        return new Document("id", id.toString())
                .append("topic", topic)
                .append("key", key)
                .append("type", type)
                .append("source", source)
                .append("subject", subject)
                .append("time", time.toString())
                .append("recordedTime", recordedTime.toString())
                .append("json", json);
    }

    static OutboxEvent fromDocument(Document document) {
        return new OutboxEvent(
                UUID.fromString(document.getString("id")),
                document.getString("topic"),
                document.getString("key"),
                document.getString("type"),
                document.getString("source"),
                document.getString("subject"),
                Instant.parse(document.getString("time")),
                Instant.parse(document.getString("recordedTime")),
                document.getString("json"));
    }
}
