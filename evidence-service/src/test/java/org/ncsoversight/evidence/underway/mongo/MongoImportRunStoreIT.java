package org.ncsoversight.evidence.underway.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.underway.ImportRunStore;
import org.ncsoversight.evidence.underway.ImportRunStoreContract;

class MongoImportRunStoreIT extends ImportRunStoreContract {

    private final String uri = Mongo.uriOfNewDatabase();
    private final MongoClient client = MongoClients.create(uri);

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected ImportRunStore store() {
        return new MongoImportRunStore(
                client.getDatabase(new ConnectionString(uri).getDatabase()), Duration.ofDays(36_500));
    }
}
