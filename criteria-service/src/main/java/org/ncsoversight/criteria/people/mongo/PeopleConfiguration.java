package org.ncsoversight.criteria.people.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The record of changes to people and what is known of machine accounts, in the database of this service. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    MongoPeopleLog peopleLog(MongoDatabase database, Clock clock) {
        return new MongoPeopleLog(
                database.getCollection("people_changes"), database.getCollection("people_locks"), clock);
    }

    @Bean
    MongoMachineAccountStore machineAccounts(MongoDatabase database) {
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
