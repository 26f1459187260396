package org.ncsoversight.criteria.standard.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.tables.TableColumn;
import org.ncsoversight.tables.TableColumn.Kind;
import org.ncsoversight.tables.TableFormat;
import org.ncsoversight.tables.TableLimits;
import org.ncsoversight.tables.TableReader;
import org.ncsoversight.tables.TableReading;
import org.ncsoversight.tables.TableShape;
import org.ncsoversight.tables.TableSource;
import org.ncsoversight.tables.TableWriter;
import org.ncsoversight.tables.workbook.Refusal;

/** The table of an edition as a file; the same edition gives the same bytes. */
final class EditionSheet {

    static final int LARGEST_UNPACKED_IN_BYTES = 8 * 1024 * 1024;
    private static final TableLimits LIMITS = new TableLimits(20_000, 50, LARGEST_UNPACKED_IN_BYTES);
    private static final Set<String> PROSE = Set.of("title", "text", "practice");
    private static final Set<String> WHOLE_NUMBERS = Set.of("textVersion", "minimumBase");
    private static final TableShape SHAPE = new TableShape(
            EditionTable.COLUMNS.stream().map(EditionSheet::column).toList());

    private EditionSheet() {}

    private static TableColumn column(String name) {
        Kind kind = PROSE.contains(name) ? Kind.EXACT : WHOLE_NUMBERS.contains(name) ? Kind.DIGITS : Kind.TEXT;
        return TableColumn.of(name, kind).asNeeded();
    }

    static byte[] write(TableFormat format, List<TableRow> rows) {
        var bytes = new ByteArrayOutputStream();
        try {
            try (var writer = TableWriter.open(format, bytes, "Edition")) {
                writer.headings(EditionTable.COLUMNS);
                for (TableRow row : rows) {
                    writer.row(EditionTable.COLUMNS.stream().map(row::get).toList());
                }
            }
            return format == TableFormat.XLSX ? WithoutTimes.of(bytes.toByteArray()) : bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TableRow> read(byte[] file) throws DamagedFile {
        var rows = new ArrayList<org.ncsoversight.tables.TableRow>();
        try {
            if (TableReader.read(TableSource.of(file), SHAPE, LIMITS, rows::add)
                    instanceof TableReading.Refused(Refusal refusal)) {
                throw new DamagedFile(Math.max(1, refusal.row()), refusal.code(), refusal.sentence());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var whole = new ArrayList<TableRow>();
        for (var row : rows) {
            if (row.tooShort() || row.tooLong()) {
                throw new DamagedFile(
                        row.number(),
                        "row-cut",
                        "This row does not have the " + EditionTable.COLUMNS.size() + " cells there should be");
            }
            whole.add(new TableRow(row.number(), row.cells()));
        }
        return whole;
    }
}
