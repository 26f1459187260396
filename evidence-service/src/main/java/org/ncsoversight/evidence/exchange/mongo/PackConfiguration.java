package org.ncsoversight.evidence.exchange.mongo;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens what is remembered of imported packs. */
@Configuration
class PackConfiguration {

    @Bean
    MongoImportedItems importedItems(MongoDatabase database) {
        return new MongoImportedItems(database.getCollection("imported-items"));
    }
}
