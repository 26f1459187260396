package org.ncsoversight.criteria.register.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.ncsoversight.criteria.accreditation.mongo.MongoCalendarStore;
import org.ncsoversight.criteria.accreditation.mongo.MongoReportStore;
import org.ncsoversight.criteria.accreditation.mongo.ReportDocuments;
import org.ncsoversight.criteria.accreditation.store.CalendarStore;
import org.ncsoversight.criteria.accreditation.store.ReportStore;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.criteria.register.store.RegisterImportStore;
import org.ncsoversight.documents.Patient;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The stores beside providers and contracts; nothing in them leaves this service. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    private static final int AFTER_THE_DATABASE_ANSWERS = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    RegisterImportStore registerImportStore(MongoClient client, MongoCollections collections) {
        return new MongoRegisterImportStore(collection(client, collections, "register_imports"));
    }

    @Bean
    CalendarStore calendarStore(MongoClient client, MongoCollections collections) {
        return new MongoCalendarStore(collection(client, collections, "calendars"));
    }

    @Bean
    ReportStore reportStore(MongoClient client, MongoCollections collections) {
        return new MongoReportStore(collection(client, collections, "reports"));
    }

    @Bean
    @Order(AFTER_THE_DATABASE_ANSWERS)
    ApplicationRunner registerIndexes(MongoClient client, MongoCollections collections) {
        return _ -> {
            Patient.with(collection(client, collections, "reports"))
                    .createIndex(Indexes.ascending(ReportDocuments.PROVIDER));
            Patient.with(collection(client, collections, "register_imports"))
                    .createIndex(Indexes.ascending(MongoRegisterImportStore.STATE));
            Patient.with(collection(client, collections, "calendars"))
                    .createIndex(Indexes.ascending(MongoCalendarStore.TOKEN_HASH));
        };
    }

    private static MongoCollection<Document> collection(MongoClient client, MongoCollections collections, String name) {
        return client.getDatabase(collections.providers().getNamespace().getDatabaseName())
                .getCollection(name);
    }
}
