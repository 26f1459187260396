package org.ncsoversight.outbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.backing.Mongo;

/** A collection of numbered things, as a service would keep it. */
final class Ledger {

    static final String TOPIC = "ncs.ledger.v1";

    private static final MongoClient CLIENT = MongoClients.create(Mongo.uriOfNewDatabase());

    final MongoCollection<Document> collection;

    Ledger() {
        collection = CLIENT.getDatabase("ledger").getCollection("c" + UUID.randomUUID());
        Outbox.createIndex(collection);
    }

    void create(String id, String key) {
        collection.insertOne(Outbox.insert(new Document("_id", id).append("version", 1), List.of(event(id, key, 1))));
    }

    void change(String id, String key, int version) {
        var updated = collection.updateOne(
                eq("_id", id), combine(set("version", version), Outbox.append(List.of(event(id, key, version)))));
        if (updated.getMatchedCount() != 1) {
            throw new IllegalStateException("No such thing: " + id);
        }
    }

    static UUID eventId(String id, int version) {
        return UUID.nameUUIDFromBytes((id + "/" + version).getBytes(StandardCharsets.UTF_8));
    }

    static OutboxEvent event(String id, String key, int version) {
        Instant time = Instant.parse("2026-11-23T10:00:00Z").plusSeconds(version);
        return new OutboxEvent(
                eventId(id, version),
                TOPIC,
                key,
                "org.ncsoversight.ledger.changed.v1",
                "/ledger",
                id,
                time,
                time.plusSeconds(60),
                "{\"id\":\"" + id + "\",\"version\":" + version + "}");
    }

    static String value(String id, int version) {
        return event(id, "any", version).json();
    }
}
