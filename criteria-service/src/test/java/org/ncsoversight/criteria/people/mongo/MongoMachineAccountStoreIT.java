package org.ncsoversight.criteria.people.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.criteria.people.MachineAccountStore;
import org.ncsoversight.criteria.people.MachineAccountStoreContract;

class MongoMachineAccountStoreIT extends MachineAccountStoreContract {

    private static final ConnectionString ADDRESS = new ConnectionString(Mongo.uriOfNewDatabase());
    private static final MongoClient CLIENT = MongoClients.create(ADDRESS);

    private final MongoDatabase database = CLIENT.getDatabase(ADDRESS.getDatabase());
    private final MongoMachineAccountStore store =
            new MongoMachineAccountStore(database.getCollection("machine_accounts"));

    @BeforeEach
    void empty() {
        database.drop();
        store.createIndexes();
    }

    @AfterAll
    static void end() {
        CLIENT.close();
    }

    @Override
    protected MachineAccountStore store() {
        return store;
    }
}
