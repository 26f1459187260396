package org.ncsoversight.feedback.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.ncsoversight.feedback.model.Response;

/** One pass over a file: what has been understood of it so far. */
final class Reading {

    private record Key(String survey, String response) {}

    private final RowContext context;
    private final FileLimits limits;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final Map<Key, ResponseRows> responses = new LinkedHashMap<>();
    private final List<BadRow> badRows = new ArrayList<>();
    private int headings;
    private int lines = 1;
    private int rows;
    private int faults;

    Reading(RowContext context, FileLimits limits) {
        this.context = context;
        this.limits = limits;
    }

    Optional<FileFault> headings(CSVRecord record) {
        headings = record.size();
        for (int i = 0; i < record.size(); i++) {
            var column = Column.of(record.get(i));
            if (column.isPresent() && positions.put(column.get(), i) != null) {
                return Optional.of(FileFault.DUPLICATE_COLUMNS);
            }
        }
        return positions.size() == Column.values().length ? Optional.empty() : Optional.of(FileFault.MISSING_COLUMNS);
    }

    Optional<FileFault> row(CSVRecord record) {
        lines++;
        if (record.size() == 1 && record.get(0).isEmpty()) {
            return Optional.empty();
        }
        if (++rows > limits.rows()) {
            return Optional.of(FileFault.TOO_MANY_ROWS);
        }
        var cells = new EnumMap<Column, String>(Column.class);
        positions.forEach((column, i) -> cells.put(column, i < record.size() ? record.get(i) : ""));
        var response = responses.computeIfAbsent(keyOf(cells), _ -> new ResponseRows());
        if (record.size() != headings) {
            response.addBad();
            note(BadRow.of(lines, RowFault.WRONG_NUMBER_OF_COLUMNS));
            return Optional.empty();
        }
        var reader = new RowReader(context, lines, cells);
        reader.read().ifPresentOrElse(row -> response.add(row).ifPresent(this::note), response::addBad);
        reader.faults().forEach(this::note);
        return Optional.empty();
    }

    FileContent.Rows content(String sha256) {
        var good = new ArrayList<Response>(responses.size());
        int rejected = 0;
        for (var response : responses.values()) {
            var whole = response.response(context.owner());
            whole.ifPresent(good::add);
            rejected += whole.isPresent() ? 0 : response.rows();
        }
        return new FileContent.Rows(sha256, rows, good, rejected, badRows, faults);
    }

    /** A row that names no response stands alone. */
    private Key keyOf(Map<Column, String> cells) {
        String survey = cells.getOrDefault(Column.SURVEY_ID, "");
        String response = cells.getOrDefault(Column.RESPONSE_ID, "");
        return survey.isEmpty() || response.isEmpty() ? new Key("", "row " + lines) : new Key(survey, response);
    }

    private void note(BadRow bad) {
        faults++;
        if (badRows.size() < limits.faultsKept()) {
            badRows.add(bad);
        }
    }
}
