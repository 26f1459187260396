package org.ncsoversight.feedback.mongo;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.feedback.importing.ImportId;
import org.ncsoversight.feedback.importing.ImportedFile;
import org.ncsoversight.feedback.importing.ImportedFile.Counts;
import org.ncsoversight.feedback.importing.ImportedFile.Mode;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/** An import as a document. */
final class ImportDocument {

    private ImportDocument() {}

    static Document of(ImportedFile file) {
        return new Document("_id", file.id().value().toString())
                .append("state", file.state().name())
                .append("owner", file.owner().value())
                .append("mode", file.mode().name())
                .append("sha256", file.sha256())
                .append("startedAt", Date.from(file.startedAt()))
                .append("order", file.order())
                .append("chunks", file.chunks())
                .append("chunksApplied", file.chunksApplied())
                .append("counts", of(file.counts()))
                .append("faults", file.faults())
                .append("readAs", new Document(file.readAs().fields()))
                .append(
                        "badRows",
                        file.badRows().stream()
                                .map(bad -> new Document("row", bad.row())
                                        .append("column", bad.column())
                                        .append("code", bad.code())
                                        .append("message", bad.message()))
                                .toList());
    }

    static Document of(Counts counts) {
        return new Document("rows", counts.rows())
                .append("recorded", counts.recorded())
                .append("unchanged", counts.unchanged())
                .append("rejected", counts.rejected());
    }

    static ImportedFile read(Document document) {
        return new ImportedFile(
                new ImportId(UUID.fromString(document.getString("_id"))),
                State.valueOf(document.getString("state")),
                new FileOwner(document.getString("owner")),
                Mode.valueOf(document.getString("mode")),
                document.getString("sha256"),
                document.getDate("startedAt").toInstant(),
                document.get("order", Number.class).longValue(),
                document.getInteger("chunks"),
                chunksApplied(document),
                counts(document.get("counts", Document.class)),
                document.getInteger("faults"),
                badRows(document.getList("badRows", Document.class, List.of())),
                ReadAs.of(document.get("readAs", Document.class)));
    }

    /** Imports of earlier versions did not say. */
    private static int chunksApplied(Document document) {
        return State.valueOf(document.getString("state")) == State.APPLIED
                ? document.getInteger("chunks")
                : document.getInteger("chunksApplied", 0);
    }

    static Counts counts(Document document) {
        return new Counts(
                document.getInteger("rows"),
                document.getInteger("recorded"),
                document.getInteger("unchanged"),
                document.getInteger("rejected"));
    }

    private static List<BadRow> badRows(List<Document> documents) {
        return documents.stream()
                .map(bad -> new BadRow(
                        bad.getInteger("row"),
                        bad.getString("column"),
                        bad.getString("code"),
                        bad.getString("message")))
                .toList();
    }
}
