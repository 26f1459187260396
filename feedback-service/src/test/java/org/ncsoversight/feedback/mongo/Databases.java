package org.ncsoversight.feedback.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.ncsoversight.backing.Mongo;

/** Databases nobody else uses, over one client. */
final class Databases {

    private static final MongoClient CLIENT = MongoClients.create(Mongo.uriOfNewDatabase());

    private Databases() {}

    static MongoDatabase fresh() {
        return CLIENT.getDatabase(Objects.requireNonNull(new ConnectionString(Mongo.uriOfNewDatabase()).getDatabase()));
    }
}
