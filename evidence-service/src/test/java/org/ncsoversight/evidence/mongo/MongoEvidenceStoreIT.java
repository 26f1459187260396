package org.ncsoversight.evidence.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.ncsoversight.evidence.store.EvidenceStoreContract;
import tools.jackson.databind.json.JsonMapper;

class MongoEvidenceStoreIT extends EvidenceStoreContract {

    private final AtomicInteger wakes = new AtomicInteger();
    private MongoClient client;
    private MongoDatabase database;
    private EvidenceStore store;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        database = client.getDatabase(new ConnectionString(uri).getDatabase());
        MongoConfiguration.createIndexes(database);
        store = new MongoEvidenceStore(
                database.getCollection(MongoConfiguration.EVIDENCE), new JsonMapper(), wakes::incrementAndGet);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected EvidenceStore store() {
        return store;
    }

    @Test
    void the_event_stands_in_the_same_document_and_the_relay_is_woken() {
        var event = Samples.submitted();

        store.add(event);

        var document =
                database.getCollection(MongoConfiguration.EVIDENCE).find().first();
        assertThat(document.getList("outbox", Document.class)).singleElement().satisfies(unsent -> {
            assertThat(unsent.getString("id")).isEqualTo(event.eventId().toString());
            assertThat(unsent.getString("type")).isEqualTo("org.ncsoversight.evidence.submitted.v1");
        });
        assertThat(wakes).hasValue(1);
    }
}
