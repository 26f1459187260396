package org.ncsoversight.evidence.items.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.EvidenceStoreContract;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.security.Callers;
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
                database.getCollection(MongoConfiguration.EVIDENCE), new JsonMapper(), _ -> wakes.incrementAndGet());
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

    @Test
    void what_was_kept_before_revisions_and_kinds_is_still_read() {
        var evidence = Samples.submitted()
                .evidence()
                .accept(Samples.ASSESSOR, Samples.NOON.plusSeconds(1), UUID.randomUUID())
                .evidence();
        var old = EvidenceDocument.of(evidence);
        for (var added : List.of(
                "references",
                "kind",
                "classification",
                "owner",
                "link",
                "document",
                "threads",
                "revisions",
                "approval",
                "replaces",
                "replacedBy",
                "waitingKey")) {
            old.remove(added);
        }
        old.getList("history", Document.class).forEach(step -> step.remove("action"));
        database.getCollection(MongoConfiguration.EVIDENCE).insertOne(old);

        var read = store.find(evidence.id(), Callers.lead("99000001").visible()).orElseThrow();

        assertThat(read.content().kind()).isEqualTo(Kind.DOCUMENT);
        assertThat(read.content().codes()).isEqualTo(evidence.content().codes());
        assertThat(read.history()).isEqualTo(evidence.history());
        assertThat(read.latestRevision().files()).isEqualTo(evidence.files());
        assertThat(read.approval().by()).isEqualTo(Samples.ASSESSOR);
        assertThat(read.changedSinceApproval()).isFalse();
        assertThat(store.change(read.withdraw(Samples.LEAD, Samples.NOON, UUID.randomUUID())))
                .isTrue();
    }

    @Test
    void what_was_submitted_before_there_was_a_queue_is_put_in_it() {
        var evidence = Samples.submitted().evidence();
        var old = EvidenceDocument.of(evidence);
        old.remove("waitingKey");
        database.getCollection(MongoConfiguration.EVIDENCE).insertOne(old);
        store.add(Samples.submitted());

        MongoConfiguration.fillWaitingKeys(database.getCollection(MongoConfiguration.EVIDENCE));

        var page = store.waiting(null, 1, Callers.assessor("all").visible());
        assertThat(page.next()).isPresent();
        assertThat(store.waiting(
                                page.next().orElseThrow(),
                                1,
                                Callers.assessor("all").visible())
                        .items())
                .hasSize(1);
    }
}
