package org.ncsoversight.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.tables.TableColumn.Kind;
import org.ncsoversight.tables.workbook.Refusal;

/** A small kind of table, and what reading one of it came to. */
record Tables(List<TableRow> rows, TableReading reading) {

    static final TableShape SHAPE = new TableShape(List.of(
            TableColumn.text("name").asNeeded(),
            TableColumn.of("held_on", Kind.DAY).asNeeded().called("Date held"),
            TableColumn.of("code", Kind.DIGITS),
            TableColumn.of("as_it_is", Kind.EXACT)));
    static final TableLimits LIMITS = TableLimits.of(5, 10);

    static Tables of(String csv) {
        return of(csv.getBytes(UTF_8));
    }

    static Tables of(byte[] file) {
        var rows = new ArrayList<TableRow>();
        try {
            return new Tables(rows, TableReader.read(TableSource.of(file), SHAPE, LIMITS, rows::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReadAs as() {
        return reading instanceof TableReading.Read(var as) ? as : none(ReadAs.class);
    }

    Refusal refusal() {
        return reading instanceof TableReading.Refused(var refusal) ? refusal : none(Refusal.class);
    }

    TableRow only() {
        as();
        if (rows.size() != 1) {
            throw new AssertionError(rows.toString());
        }
        return rows.getFirst();
    }

    private <T> T none(Class<T> wanted) {
        throw new AssertionError("No " + wanted.getSimpleName() + ", but " + reading);
    }
}
