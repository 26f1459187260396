package org.ncsoversight.criteria.deadletters.mongo;

import com.mongodb.client.MongoClient;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Dead letters in the database of this service. */
@Configuration(proxyBeanMethods = false)
class LettersConfiguration {

    @Bean
    MongoLetterStore letterStore(MongoClient client, MongoCollections collections) {
        return new MongoLetterStore(
                client.getDatabase(collections.providers().getNamespace().getDatabaseName()));
    }

    // After the one that waits until the database answers.
    @Bean
    ApplicationRunner letterIndexes(MongoLetterStore letters) {
        return arguments -> letters.createIndexes();
    }
}
