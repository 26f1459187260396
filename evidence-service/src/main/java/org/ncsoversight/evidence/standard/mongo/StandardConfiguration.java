package org.ncsoversight.evidence.standard.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.ncsoversight.evidence.standard.RememberedStandard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where what is known of the Standard and of providers is kept. */
@Configuration
class StandardConfiguration {

    @Bean
    KnownStandard knownStandard(MongoDatabase database, Clock clock) {
        return new RememberedStandard(new MongoStandard(database.getCollection("editions")), clock);
    }

    @Bean
    MongoProviders knownProviders(MongoDatabase database) {
        return new MongoProviders(database.getCollection("providers"));
    }
}
