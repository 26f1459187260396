package org.ncsoversight.evidence.registers.mongo;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.Cells;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.RegisterTable;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.model.RowChange;
import org.ncsoversight.evidence.registers.model.RowChange.CellChange;

/** A provider's register as a document, and a change of a row as another. */
final class RegisterDocument {

    static final String PROVIDER = "provider";
    static final String VERSION = "version";
    static final String ROWS = "rows";

    private RegisterDocument() {}

    static String id(ProviderId provider, Register register) {
        return register.code() + "/" + provider;
    }

    static String historyId(ProviderId provider, Register register, RowChange change) {
        return "%s/%s/%012d".formatted(id(provider, register), change.row(), change.version());
    }

    static List<Document> rows(RegisterTable table) {
        return table.rows().stream()
                .map(row -> new Document("id", row.id().toString())
                        .append("place", row.place())
                        .append("version", row.version())
                        .append("removed", row.removed())
                        .append("cells", new Document(Map.copyOf(row.cells().values()))))
                .toList();
    }

    static RegisterTable read(Document document, Register register) {
        return new RegisterTable(
                new ProviderId(document.getString(PROVIDER)),
                register,
                document.getLong(VERSION),
                list(document, ROWS).stream().map(RegisterDocument::row).toList());
    }

    private static Row row(Document document) {
        var cells = document.get("cells", Document.class).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, cell -> String.valueOf(cell.getValue())));
        return new Row(
                UUID.fromString(document.getString("id")),
                document.getLong("place"),
                document.getLong("version"),
                Cells.of(cells),
                document.getBoolean("removed"));
    }

    static Document change(ProviderId provider, Register register, RowChange change) {
        var document = new Document("_id", historyId(provider, register, change))
                .append("row", change.row().toString())
                .append("version", change.version())
                .append("what", change.what().name())
                .append("at", Date.from(change.at()))
                .append("subject", change.by().subject())
                .append("username", change.by().username())
                .append(
                        "cells",
                        change.cells().stream()
                                .map(cell -> new Document("column", cell.column())
                                        .append("before", cell.before())
                                        .append("after", cell.after()))
                                .toList());
        Optional.ofNullable(change.by().organisation())
                .ifPresent(organisation -> document.append("organisation", organisation.ukprn()));
        return document;
    }

    static RowChange change(Document document) {
        @Nullable String organisation = document.getString("organisation");
        return new RowChange(
                UUID.fromString(document.getString("row")),
                document.getLong("version"),
                RowChange.What.valueOf(document.getString("what")),
                document.getDate("at").toInstant(),
                new Person(
                        document.getString("subject"),
                        document.getString("username"),
                        organisation == null ? null : new ProviderId(organisation)),
                list(document, "cells").stream()
                        .map(cell -> new CellChange(
                                cell.getString("column"), cell.getString("before"), cell.getString("after")))
                        .toList());
    }

    static List<Document> list(Document document, String field) {
        return Objects.requireNonNullElse(document.getList(field, Document.class), new ArrayList<>());
    }
}
