package org.ncsoversight.evidence.standard.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.ncsoversight.evidence.standard.KnownStandardContract;

class MongoStandardIT extends KnownStandardContract {

    private MongoClient client;
    private KnownStandard standard;
    private KnownProviders providers;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        var database = client.getDatabase(new ConnectionString(uri).getDatabase());
        standard = new MongoStandard(database.getCollection("editions"));
        providers = new MongoProviders(database.getCollection("providers"));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected KnownStandard standard() {
        return standard;
    }

    @Override
    protected KnownProviders providers() {
        return providers;
    }
}
