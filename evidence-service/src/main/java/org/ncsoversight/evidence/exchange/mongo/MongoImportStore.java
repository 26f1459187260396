package org.ncsoversight.evidence.exchange.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.store.ImportReport;
import org.ncsoversight.evidence.exchange.store.ImportStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/** One document per import and one per row that became an item. */
final class MongoImportStore implements ImportStore {

    private static final String ID = "_id";
    private static final String FINGERPRINT = "fingerprint";

    private final MongoCollection<Document> imports;
    private final MongoCollection<Document> rows;

    MongoImportStore(MongoDatabase database) {
        imports = database.getCollection("imports");
        rows = database.getCollection("importedRows");
    }

    @Override
    public void keep(ImportReport report) {
        var document = new Document(ID, report.id().toString())
                .append("provider", report.provider().ukprn())
                .append("submitted", report.submitted())
                .append("at", Date.from(report.at()))
                .append("subject", report.by().subject())
                .append("username", report.by().username())
                .append("fileName", report.fileName())
                .append("rows", report.rows())
                .append("unchanged", report.unchanged())
                .append(
                        "created",
                        report.created().stream().map(MongoImportStore::item).toList())
                .append(
                        "badRows",
                        report.badRows().stream().map(MongoImportStore::badRow).toList())
                .append("readAs", new Document(report.readAs().fields()));
        Away.unless(
                () -> imports.replaceOne(eq(ID, report.id().toString()), document, new ReplaceOptions().upsert(true)));
    }

    @Override
    public Optional<ImportReport> find(UUID id, VisibleProviders own) {
        return Away.unless(() ->
                        Optional.ofNullable(imports.find(eq(ID, id.toString())).first()))
                .map(MongoImportStore::read)
                .filter(report -> own.includes(report.provider()));
    }

    @Override
    public Optional<String> fingerprintOf(EvidenceId item) {
        return Away.unless(() ->
                        Optional.ofNullable(rows.find(eq(ID, item.toString())).first()))
                .map(document -> document.getString(FINGERPRINT));
    }

    @Override
    public void note(EvidenceId item, String fingerprint) {
        Away.unless(() -> rows.replaceOne(
                eq(ID, item.toString()),
                new Document(ID, item.toString()).append(FINGERPRINT, fingerprint),
                new ReplaceOptions().upsert(true)));
    }

    private static ImportReport read(Document document) {
        var provider = new ProviderId(document.getString("provider"));
        return new ImportReport(
                UUID.fromString(document.getString(ID)),
                provider,
                document.getBoolean("submitted"),
                document.getDate("at").toInstant(),
                new Person(document.getString("subject"), document.getString("username"), provider),
                document.getString("fileName"),
                document.getInteger("rows"),
                list(document, "created").stream()
                        .map(item -> new ImportReport.Item(
                                item.getInteger("row"),
                                new EvidenceId(UUID.fromString(item.getString("evidence"))),
                                item.getString("title")))
                        .toList(),
                document.getInteger("unchanged"),
                list(document, "badRows").stream()
                        .map(row -> new BadRow(
                                row.getInteger("row"),
                                row.getString("column"),
                                row.getString("code"),
                                row.getString("message")))
                        .toList(),
                ReadAs.of(document.get("readAs", Document.class)));
    }

    private static List<Document> list(Document document, String field) {
        @Nullable List<Document> found = document.getList(field, Document.class);
        return found == null ? List.of() : found;
    }

    private static Document item(ImportReport.Item item) {
        return new Document("row", item.row())
                .append("evidence", item.evidence().toString())
                .append("title", item.title());
    }

    private static Document badRow(BadRow row) {
        return new Document("row", row.row())
                .append("column", row.column())
                .append("code", row.code())
                .append("message", row.message());
    }
}
