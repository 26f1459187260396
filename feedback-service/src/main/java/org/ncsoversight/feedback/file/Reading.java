package org.ncsoversight.feedback.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;
import org.ncsoversight.tables.TableRow;

/** One pass over a file: what has been understood of it so far. */
final class Reading {

    private record Key(String survey, String response) {}

    private final RowContext context;
    private final FileLimits limits;
    private final Map<Key, ResponseRows> responses = new LinkedHashMap<>();
    private final List<BadRow> badRows = new ArrayList<>();
    private int rows;
    private int faults;

    Reading(RowContext context, FileLimits limits) {
        this.context = context;
        this.limits = limits;
    }

    void row(TableRow row) {
        rows++;
        var cells = Column.cells(row);
        var response = responses.computeIfAbsent(keyOf(cells, row.number()), _ -> new ResponseRows());
        if (row.tooLong() || row.tooShort()) {
            response.addBad();
            note(RowFault.WRONG_NUMBER_OF_COLUMNS.at(row.number()));
            return;
        }
        var reader = new RowReader(context, row.number(), cells);
        reader.read().ifPresentOrElse(good -> response.add(good).ifPresent(this::note), response::addBad);
        reader.faults().forEach(this::note);
    }

    FileContent.Rows content(String sha256, ReadAs as) {
        var good = new ArrayList<Response>(responses.size());
        int rejected = 0;
        for (var response : responses.values()) {
            var whole = response.response(context.owner());
            whole.ifPresent(good::add);
            rejected += whole.isPresent() ? 0 : response.rows();
        }
        return new FileContent.Rows(sha256, rows, good, rejected, badRows, faults, as);
    }

    /** A row that names no response stands alone. */
    private static Key keyOf(Map<Column, String> cells, int row) {
        String survey = cells.getOrDefault(Column.SURVEY_ID, "");
        String response = cells.getOrDefault(Column.RESPONSE_ID, "");
        return survey.isEmpty() || response.isEmpty() ? new Key("", "row " + row) : new Key(survey, response);
    }

    private void note(BadRow bad) {
        faults++;
        if (badRows.size() < limits.faultsKept()) {
            badRows.add(bad);
        }
    }
}
