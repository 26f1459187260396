package org.ncsoversight.evidence.readiness.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.readiness.Band;
import org.ncsoversight.evidence.readiness.KnownReadiness;
import org.ncsoversight.evidence.readiness.KnownReadinessContract;
import org.ncsoversight.evidence.security.Callers;

class MongoReadinessIT extends KnownReadinessContract {

    private MongoClient client;
    private MongoDatabase database;
    private KnownReadiness readiness;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        database = client.getDatabase(new ConnectionString(uri).getDatabase());
        readiness = new MongoReadiness(database);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_process_that_starts_again_knows_it_still() {
        var published = readiness(10, Band.READY, Samples.NOON, null);
        readiness.keep(published);

        assertThat(new MongoReadiness(database)
                        .of(Samples.NORTHMOOR, Callers.lead("99000001").own()))
                .contains(published);
    }

    @Override
    protected KnownReadiness readiness() {
        return readiness;
    }
}
