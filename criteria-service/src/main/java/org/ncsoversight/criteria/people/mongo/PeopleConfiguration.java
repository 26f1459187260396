package org.ncsoversight.criteria.people.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The record of changes to people and what is known of machine accounts, in the database of this service. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    MongoPeopleLog peopleLog(MongoClient client, MongoCollections collections, Clock clock) {
        MongoDatabase database =
                client.getDatabase(collections.providers().getNamespace().getDatabaseName());
        return new MongoPeopleLog(
                database.getCollection("people_changes"), database.getCollection("people_locks"), clock);
    }

    @Bean
    MongoMachineAccountStore machineAccounts(MongoClient client, MongoCollections collections) {
        MongoDatabase database =
                client.getDatabase(collections.providers().getNamespace().getDatabaseName());
        return new MongoMachineAccountStore(database.getCollection("machine_accounts"));
    }

    // After the one that waits until the database answers.
    @Bean
    ApplicationRunner peopleLogIndexes(MongoPeopleLog log, MongoMachineAccountStore machineAccounts) {
        return arguments -> {
            log.createIndexes();
            machineAccounts.createIndexes();
        };
    }
}
