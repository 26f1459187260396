package org.ncsoversight.evidence.standard.mongo;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where what is known of the Standard and of providers is kept. */
@Configuration
class StandardConfiguration {

    @Bean
    MongoStandard knownStandard(MongoDatabase database) {
        return new MongoStandard(database.getCollection("editions"));
    }

    @Bean
    MongoProviders knownProviders(MongoDatabase database) {
        return new MongoProviders(database.getCollection("providers"));
    }
}
