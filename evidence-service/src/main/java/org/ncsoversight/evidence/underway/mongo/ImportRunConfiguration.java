package org.ncsoversight.evidence.underway.mongo;

import com.mongodb.client.MongoDatabase;
import org.ncsoversight.evidence.underway.ImportRunSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where imports under way are kept. */
@Configuration
class ImportRunConfiguration {

    @Bean
    MongoImportRunStore importRunStore(MongoDatabase database, ImportRunSettings settings) {
        return new MongoImportRunStore(database, settings.keptFor());
    }
}
