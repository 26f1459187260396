package org.ncsoversight.criteria.deadletters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.criteria.deadletters.store.LetterStore;
import org.ncsoversight.criteria.deadletters.store.LetterStoreContract;

class MongoLetterStoreIT extends LetterStoreContract {

    private static final ConnectionString ADDRESS = new ConnectionString(Mongo.uriOfNewDatabase());
    private static final MongoClient CLIENT = MongoClients.create(ADDRESS);

    private final MongoDatabase database = CLIENT.getDatabase(ADDRESS.getDatabase());
    private final MongoLetterStore store = new MongoLetterStore(database);

    @BeforeEach
    void an_empty_store() {
        database.drop();
        store.createIndexes();
    }

    @AfterAll
    static void end() {
        CLIENT.close();
    }

    @Override
    protected LetterStore store() {
        return store;
    }
}
