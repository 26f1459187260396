package org.ncsoversight.criteria.accreditation.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.ncsoversight.criteria.accreditation.store.CalendarStore;
import org.ncsoversight.criteria.accreditation.store.ReportStore;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.documents.Patient;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The stores of reports and calendar addresses; nothing in them leaves this service. */
@Configuration(proxyBeanMethods = false)
class AccreditationConfiguration {

    private static final String CALENDARS = "calendars";
    private static final String REPORTS = "reports";

    @Bean
    CalendarStore calendarStore(MongoDatabase database) {
        return new MongoCalendarStore(database.getCollection(CALENDARS));
    }

    @Bean
    ReportStore reportStore(MongoDatabase database) {
        return new MongoReportStore(database.getCollection(REPORTS));
    }

    @Bean
    @Order(MongoCollections.AFTER_THE_DATABASE_ANSWERS)
    ApplicationRunner accreditationIndexes(MongoDatabase database) {
        return _ -> {
            Patient.with(database.getCollection(REPORTS)).createIndex(Indexes.ascending(ReportDocuments.PROVIDER));
            Patient.with(database.getCollection(CALENDARS))
                    .createIndex(Indexes.ascending(MongoCalendarStore.TOKEN_HASH));
        };
    }
}
