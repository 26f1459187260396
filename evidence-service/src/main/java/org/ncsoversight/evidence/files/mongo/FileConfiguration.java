package org.ncsoversight.evidence.files.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.evidence.files.model.ScanState;
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
    MongoFileStore fileStore(MongoDatabase database, MongoFileScans scans) {
        Patient.with(database.getCollection(MongoFileStore.UPLOADS)).createIndex(Indexes.ascending("startedAt"));
        return new MongoFileStore(database, scans);
    }
}
