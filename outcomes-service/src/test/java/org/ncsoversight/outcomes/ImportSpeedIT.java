package org.ncsoversight.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;

class ImportSpeedIT {

    @Test
    void speed() {
        try (var service = Service.start()) {
            service.hearOfTheWorld();
            var out = new StringBuilder();
            for (int round = 0; round < 4; round++) {
                int rows = 20_000;
                var text = ClaimRows.manyRows(rows).replace("customer-", "c" + round + "-");
                long start = System.nanoTime();
                var answer = service.post(
                        "/api/outcomes/imports?touchpoint=201", Tokens.of("contract-manager"), "text/csv", text);
                long imported = System.nanoTime() - start;
                assertThat(answer.statusCode()).isEqualTo(201);
                Service.until(() -> service.database()
                                .getCollection("claims")
                                .countDocuments(new Document("outbox.recordedTime", new Document("$exists", true)))
                        == 0);
                long sent = System.nanoTime() - start;
                var plain = service.database().getCollection("plain" + round);
                start = System.nanoTime();
                for (int chunk = 0; chunk < rows / 1000; chunk++) {
                    List<Document> documents = new ArrayList<>();
                    for (int i = 0; i < 1000; i++) {
                        documents.add(new Document("_id", UUID.randomUUID().toString())
                                .append("version", 1L)
                                .append("ukprn", "99000101")
                                .append("client", "ab".repeat(32))
                                .append("month", "2026-10"));
                    }
                    plain.insertMany(documents);
                }
                long inserted = System.nanoTime() - start;
                out.append("SPEED import %d rows/s, until sent %d rows/s, plain insertMany %d rows/s%n"
                        .formatted(
                                rows * 1_000_000_000L / imported,
                                rows * 1_000_000_000L / sent,
                                rows * 1_000_000_000L / inserted));
            }
            System.out.println(out);
        }
    }
}
