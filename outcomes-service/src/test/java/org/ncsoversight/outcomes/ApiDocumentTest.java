package org.ncsoversight.outcomes;

import org.junit.jupiter.api.Test;
import org.ncsoversight.apidocs.generating.ApiDocuments;
import org.ncsoversight.backing.Mongo;

class ApiDocumentTest {

    @Test
    void the_document_says_what_the_code_says() {
        ApiDocuments.compare(
                OutcomesService.class,
                "--spring.mongodb.uri=" + Mongo.uriOfNewDatabase(),
                "--outcomes.pseudonyms.key=" + ClaimRows.KEY);
    }
}
