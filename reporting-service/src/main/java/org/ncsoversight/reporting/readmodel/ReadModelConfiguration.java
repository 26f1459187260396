package org.ncsoversight.reporting.readmodel;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.ncsoversight.documents.Patient;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Where the read model lives, and what listeners do while it is away. */
@Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {

    private static final long RETRY_AFTER_MILLIS = 1_000;

    @Bean
    MongoDatabase readModelDatabase(MongoClient client, MongoConnectionDetails connection) {
        ConnectionString address = connection.getConnectionString();
        String name = address.getDatabase();
        var database = client.getDatabase(name == null ? "reporting" : name);
        Patient.awaitAnswer(database);
        return database;
    }

    /** A record is never skipped because the database is away: tried again until it is back. */
    @Bean
    CommonErrorHandler retryForEver() {
        return new DefaultErrorHandler(new FixedBackOff(RETRY_AFTER_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
    }
}
