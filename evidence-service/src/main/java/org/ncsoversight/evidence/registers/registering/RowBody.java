package org.ncsoversight.evidence.registers.registering;

import java.util.List;
import java.util.Map;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.model.RowChange;

/** A row as the API shows it to those who may see it. */
record RowBody(String row, long version, String register, String provider, boolean removed, Map<String, String> cells) {

    /** Who did what with it, when. */
    record Change(long version, String what, String at, String by, List<RowChange.CellChange> cells) {}

    static RowBody of(RegisterView view, Row row) {
        return new RowBody(
                row.id().toString(),
                row.version(),
                view.register().code(),
                view.provider().ukprn(),
                row.removed(),
                view.visible(row.cells()));
    }

    static Change of(RegisterView view, RowChange change) {
        return new Change(
                change.version(),
                change.what().word(),
                change.at().toString(),
                change.by().username(),
                view.visible(change));
    }
}
