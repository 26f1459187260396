package org.ncsoversight.evidence.files.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.items.mongo.MongoHeldFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files are kept, and what is known about viruses in them. */
@Configuration
class FileConfiguration {

    /** The state of new files is quarantine wherever a scanner is configured. */
    @Bean
    MongoFileScans fileScans(MongoDatabase database, ScanState stateOfNewFiles, Clock clock) {
        MongoFileScans.createIndexes(database);
        return new MongoFileScans(database, stateOfNewFiles, clock);
    }

    @Bean
    MongoHeldFiles heldFiles(MongoDatabase database) {
        MongoHeldFiles.createIndexes(database);
        return new MongoHeldFiles(database);
    }

    @Bean
    MongoFileStore fileStore(MongoDatabase database, MongoFileScans scans) {
        return new MongoFileStore(database, scans);
    }
}
