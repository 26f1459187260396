package org.ncsoversight.evidence.exchange.mongo;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where imports are kept; everything is asked for by its id. */
@Configuration
class ImportConfiguration {

    @Bean
    MongoImportStore importStore(MongoDatabase database) {
        return new MongoImportStore(database);
    }
}
