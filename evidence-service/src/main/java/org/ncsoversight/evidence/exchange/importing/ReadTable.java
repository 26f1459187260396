package org.ncsoversight.evidence.exchange.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.tables.ReadAs;
import org.ncsoversight.tables.TableLimits;
import org.ncsoversight.tables.TableReader;
import org.ncsoversight.tables.TableReading;
import org.ncsoversight.tables.TableSource;

/** The rows of a table of items, and how it was read. */
record ReadTable(List<SheetRow> rows, ReadAs as) {

    private static final int MOST_COLUMNS = 50;

    ReadTable {
        rows = List.copyOf(rows);
    }

    /** Or says why it is none of ours. */
    static ReadTable of(Path table, ImportLimits limits) throws IOException, FileRefused {
        var rows = new ArrayList<SheetRow>();
        var reading = TableReader.read(
                TableSource.of(table),
                ImportColumn.shape(),
                TableLimits.of(limits.rows(), MOST_COLUMNS),
                row -> rows.add(SheetRow.of(row)));
        return switch (reading) {
            case TableReading.Refused(var refusal) -> throw FileRefused.table(refusal.code(), refusal.sentence());
            case TableReading.Read _
            when rows.isEmpty() -> throw FileRefused.table("table-empty", "The table has no rows below its headings");
            case TableReading.Read(var as) -> new ReadTable(rows, as);
        };
    }
}
