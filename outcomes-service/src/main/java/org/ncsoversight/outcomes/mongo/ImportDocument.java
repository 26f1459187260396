package org.ncsoversight.outcomes.mongo;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.outcomes.importing.ImportId;
import org.ncsoversight.outcomes.importing.ImportedFile;
import org.ncsoversight.outcomes.importing.ImportedFile.Counts;
import org.ncsoversight.outcomes.importing.ImportedFile.Mode;
import org.ncsoversight.outcomes.importing.ImportedFile.State;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/** An import as a document. */
final class ImportDocument {

    static final String STATE = "state";
    static final String OWNER = "owner";
    static final String STARTED_AT = "startedAt";
    static final String COUNTS = "counts";
    static final String CHUNKS_APPLIED = "chunksApplied";

    private ImportDocument() {}

    static Document of(ImportedFile file) {
        return new Document("_id", file.id().value().toString())
                .append(STATE, file.state().name())
                .append(OWNER, file.owner().value())
                .append("touchpoint", file.touchpoint().value())
                .append("mode", file.mode().name())
                .append("sha256", file.sha256())
                .append(STARTED_AT, file.startedAt())
                .append("order", file.order())
                .append("chunks", file.chunks())
                .append(CHUNKS_APPLIED, file.chunksApplied())
                .append(COUNTS, of(file.counts()))
                .append("faults", file.faults())
                .append("readAs", new Document(file.readAs().fields()))
                .append(
                        "badRows",
                        file.badRows().stream().map(ImportDocument::of).toList());
    }

    static Document of(Counts counts) {
        return new Document("rows", counts.rows())
                .append("recorded", counts.recorded())
                .append("unchanged", counts.unchanged())
                .append("rejected", counts.rejected());
    }

    static ImportedFile fileOf(Document document) {
        return new ImportedFile(
                new ImportId(UUID.fromString(document.getString("_id"))),
                State.valueOf(document.getString(STATE)),
                new FileOwner(document.getString(OWNER)),
                new Touchpoint(document.getString("touchpoint")),
                Mode.valueOf(document.getString("mode")),
                document.getString("sha256"),
                document.getDate(STARTED_AT).toInstant(),
                document.get("order", Number.class).longValue(),
                document.getInteger("chunks").intValue(),
                chunksAppliedOf(document),
                countsOf(document.get(COUNTS, Document.class)),
                document.getInteger("faults").intValue(),
                badRowsOf(document.getList("badRows", Document.class)),
                ReadAs.of(document.get("readAs", Document.class)));
    }

    /** Imports of earlier versions did not say. */
    private static int chunksAppliedOf(Document document) {
        return State.valueOf(document.getString(STATE)) == State.APPLIED
                ? document.getInteger("chunks").intValue()
                : document.getInteger(CHUNKS_APPLIED, 0);
    }

    private static Counts countsOf(Document counts) {
        return new Counts(
                counts.getInteger("rows").intValue(),
                counts.getInteger("recorded").intValue(),
                counts.getInteger("unchanged").intValue(),
                counts.getInteger("rejected").intValue());
    }

    private static Document of(BadRow row) {
        return new Document("row", row.row())
                .append("column", row.column())
                .append("code", row.code())
                .append("message", row.message());
    }

    private static List<BadRow> badRowsOf(List<Document> rows) {
        return rows.stream()
                .map(row -> new BadRow(
                        row.getInteger("row").intValue(),
                        row.getString("column"),
                        row.getString("code"),
                        row.getString("message")))
                .toList();
    }
}
