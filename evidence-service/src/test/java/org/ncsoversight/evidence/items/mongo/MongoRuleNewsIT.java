package org.ncsoversight.evidence.items.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.items.store.RuleNews;
import org.ncsoversight.evidence.items.store.RuleNewsContract;

class MongoRuleNewsIT extends RuleNewsContract {

    private final String uri = Mongo.uriOfNewDatabase();
    private final MongoClient client = MongoClients.create(uri);

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected RuleNews news() {
        return new MongoRuleNews(client.getDatabase(new ConnectionString(uri).getDatabase()));
    }
}
