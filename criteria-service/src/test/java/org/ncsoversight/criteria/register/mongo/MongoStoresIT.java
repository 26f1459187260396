package org.ncsoversight.criteria.register.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.criteria.register.model.NameHistory;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.standard.mongo.MongoEditionStore;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.criteria.store.StoreContract;

class MongoStoresIT extends StoreContract {

    private static final ConnectionString ADDRESS = new ConnectionString(Mongo.uriOfNewDatabase());
    private static final MongoClient CLIENT = MongoClients.create(ADDRESS);

    private final AtomicInteger writes = new AtomicInteger();
    private final MongoCollections collections = MongoCollections.of(CLIENT.getDatabase("test-" + UUID.randomUUID()));

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
        return new MongoEditionStore(collections, writes::incrementAndGet);
    }

    @Override
    protected ProviderStore providers() {
        return new MongoProviderStore(collections, writes::incrementAndGet);
    }

    @Override
    protected ContractStore contracts() {
        return new MongoContractStore(collections, writes::incrementAndGet);
    }

    @Test
    void a_change_and_its_event_are_one_document_and_the_relay_is_woken_once_for_each() {
        Provider provider = Provider.registered(new Ukprn("99000001"), "Northmoor Careers", Provider.Kind.PRIME);
        providers().add(recorded(provider));
        providers().replace(recorded(provider.as(NameHistory.of("Northmoor"), Provider.Kind.PRIME)));
        providers().replace(recorded(provider.as(NameHistory.of("Too late"), Provider.Kind.PRIME)));

        assertThat(writes).hasValue(2);
        assertThat(collections.providers().find().first().getList("outbox", Document.class))
                .extracting(event -> event.getString("topic"))
                .containsExactly("ncs.providers.v1", "ncs.providers.v1");
    }

    private static ProviderRecorded recorded(Provider provider) {
        return new ProviderRecorded(UUID.randomUUID(), Instant.parse("2026-11-23T09:00:00Z"), provider);
    }
}
