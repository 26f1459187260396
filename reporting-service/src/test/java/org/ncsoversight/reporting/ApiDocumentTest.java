package org.ncsoversight.reporting;

import org.junit.jupiter.api.Test;
import org.ncsoversight.apidocs.generating.ApiDocuments;
import org.ncsoversight.backing.Mongo;

class ApiDocumentTest {

    @Test
    void the_document_says_what_the_code_says() {
        ApiDocuments.compare(ReportingService.class, "--spring.mongodb.uri=" + Mongo.uriOfNewDatabase());
    }
}
