package org.ncsoversight.criteria.standard.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.drafting.ImportedEdition;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.criteria.standard.publishing.PublishBundledEdition;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.criteria.store.StandardStoreContract;

class MongoStandardStoresIT extends StandardStoreContract {

    private static final MongoClient CLIENT = MongoClients.create(new ConnectionString(Mongo.uriOfNewDatabase()));

    private final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());
    private final MongoCollections collections = MongoCollections.of(database);

    MongoStandardStoresIT() throws IOException {}

    @BeforeEach
    void indexes() {
        collections.createIndexes();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected EditionStore editions() {
        return new MongoEditionStore(collections, () -> {});
    }

    @Override
    protected DraftStore drafts() {
        return new MongoDraftStore(database.getCollection("drafts"));
    }

    @Test
    void an_import_is_kept_until_it_is_confirmed_or_too_old() throws IOException {
        var imports = new MongoImportStore(database.getCollection("imports"));
        Instant then = Instant.parse("2026-11-23T09:00:00Z");
        var imported = new ImportedEdition(
                "one",
                "guidance.txt",
                then,
                PortableEdition.of(PublishBundledEdition.bundled()),
                Optional.empty(),
                Set.of(CriterionCode.of("1.1")),
                List.of("A thread"));
        imports.put(imported);
        imports.put(imported);

        imports.removeOlderThan(then);
        assertThat(imports.find("one")).contains(imported);

        imports.removeOlderThan(then.plusSeconds(1));
        assertThat(imports.find("one")).isEmpty();
    }
}
