package org.ncsoversight.criteria.register.exchanging;

import java.util.List;
import org.ncsoversight.criteria.register.store.RegisterImport;
import org.ncsoversight.criteria.tables.Table;

/** The wrong rows of a file as a file. */
final class BadRowsTable {

    private BadRowsTable() {}

    static Table of(RegisterImport imported) {
        return new Table(
                "Wrong rows",
                List.of(),
                List.of("row", "column", "code", "message"),
                imported.badRows().stream()
                        .map(bad -> List.of(Integer.toString(bad.row()), bad.column(), bad.code(), bad.message()))
                        .toList());
    }
}
