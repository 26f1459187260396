package org.ncsoversight.deploy.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;

/** An outcomes import through the gateway, and beside it the same number of documents by a plain insertMany loop. */
final class ClaimsImport {

    static final int ROWS = 50_000;
    private static final int BATCH = 1_000;

    private ClaimsImport() {}

    /** Rows a second of one file, from sending it to its answer. */
    static double rowsPerSecond(
            PlatformApi api,
            MachineAccounts.Account manager,
            String touchpoint,
            String prefix,
            LocalDate today,
            int rows) {
        String csv = file(prefix, today, rows);
        long began = System.nanoTime();
        api.postCsv(manager, "/api/outcomes/imports?mode=all&touchpoint=" + touchpoint, csv);
        return rows / ((System.nanoTime() - began) / 1e9);
    }

    /** Documents a second of the driver alone, batches of a thousand, into a database of its own. */
    static double plainInsertsPerSecond(String mongo, int documents) {
        try (MongoClient client = MongoClients.create(mongo)) {
            var collection = client.getDatabase("bench").getCollection("plain");
            long began = System.nanoTime();
            for (int from = 0; from < documents; from += BATCH) {
                List<Document> batch = new ArrayList<>(BATCH);
                for (int i = 0; i < BATCH; i++) {
                    batch.add(document(from + i));
                }
                collection.insertMany(batch);
            }
            double perSecond = documents / ((System.nanoTime() - began) / 1e9);
            client.getDatabase("bench").drop();
            return perSecond;
        }
    }

    private static Document document(int number) {
        return new Document("_id", UUID.randomUUID().toString())
                .append("ukprn", "99000001")
                .append("touchpoint", "0000000201")
                .append("client", "c".repeat(64))
                .append("ageBand", "25-49")
                .append("outcomeType", 1 + number % 5)
                .append("priority", number % 2 == 0)
                .append("sessionOn", "2026-05-01")
                .append("effectiveOn", "2026-06-01")
                .append("collectionYear", "2627")
                .append("version", 1L);
    }

    private static String file(String prefix, LocalDate today, int rows) {
        var csv = new StringBuilder(
                "CustomerID,DateOfBirth,HomePostCode,ActionPlanId,SessionDate,SubContractorId,AdviserName,OutcomeId,"
                        + "OutcomeType,OutcomeEffectiveDate,OutcomePriorityCustomer\n");
        for (int i = 0; i < rows; i++) {
            String id = prefix + i;
            csv.append("C%s,1980-01-01,ZZ1 1ZZ,A%s,%s,,Adviser,O%s,%d,%s,%d%n"
                    .formatted(id, id, today.minusDays(40), id, 1 + i % 5, today.minusDays(10 + i % 20), i % 2));
        }
        return csv.toString();
    }
}
