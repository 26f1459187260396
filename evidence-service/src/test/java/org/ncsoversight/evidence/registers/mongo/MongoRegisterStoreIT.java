package org.ncsoversight.evidence.registers.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.registers.model.Count;
import org.ncsoversight.evidence.registers.model.RegisterCounts;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.registers.store.RegisterStoreContract;
import org.ncsoversight.evidence.security.Callers;
import tools.jackson.databind.json.JsonMapper;

class MongoRegisterStoreIT extends RegisterStoreContract {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    private MongoClient client;
    private MongoDatabase database;
    private RegisterStore store;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        database = client.getDatabase(new ConnectionString(uri).getDatabase());
        store = new MongoRegisterStore(
                database.getCollection(RegisterConfiguration.TABLES),
                database.getCollection(RegisterConfiguration.HISTORY));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected RegisterStore store() {
        return store;
    }

    @Test
    void counts_and_their_event_are_one_write_and_of_two_at_once_one_loses() {
        var counts = new MongoRegisterCountStore(
                database.getCollection(RegisterConfiguration.COUNTS), new JsonMapper(), () -> {});
        var none = RegisterCounts.none(NORTHMOOR, "advisers");
        var first = none.recounted(List.of(new Count("m", 1, 2)), DAY, NOON, UUID.randomUUID());
        var second = first.counts().recounted(List.of(new Count("m", 2, 2)), DAY, NOON, UUID.randomUUID());

        assertThat(counts.keep(first)).isTrue();
        assertThat(counts.keep(first)).isFalse();
        assertThat(counts.keep(second)).isTrue();
        assertThat(counts.keep(second)).isFalse();

        assertThat(counts.lastAnnounced(NORTHMOOR, "advisers")).contains(second.counts());
        assertThat(counts.of(NORTHMOOR, Callers.assessor("all").visible())).containsExactly(second.counts());
        assertThat(counts.of(NORTHMOOR, Callers.lead("99000002").visible())).isEmpty();
        assertThat(database.getCollection(RegisterConfiguration.COUNTS)
                        .find()
                        .first()
                        .getList("outbox", Document.class))
                .extracting(event -> event.getString("type"))
                .containsExactly(
                        "org.ncsoversight.evidence.register-counted.v1",
                        "org.ncsoversight.evidence.register-counted.v1");
    }
}
