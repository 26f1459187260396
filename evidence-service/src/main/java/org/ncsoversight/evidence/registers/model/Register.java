package org.ncsoversight.evidence.registers.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.registers.model.ColumnType.Reading;

/**
 * A small table every provider keeps, as data: what a row is, what must be true of it, and what is counted in it.
 *
 * @param row what one row is called, for example adviser
 * @param criteria the criteria it speaks to, in the edition in four elements
 * @param key the columns that tell one row from another
 */
public record Register(
        String code,
        String title,
        String row,
        String about,
        List<String> criteria,
        List<Column> columns,
        List<String> key,
        List<RowRule> rules,
        List<RegisterMeasure> measures) {

    public Register {
        criteria = List.copyOf(criteria);
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        rules = List.copyOf(rules);
        measures = List.copyOf(measures);
    }

    /** What became of a row that was typed or stood in a file. */
    public sealed interface RowReading {

        record Good(Cells cells) implements RowReading {}

        record Bad(List<FieldError> errors) implements RowReading {}
    }

    /** Reads every cell and then the row as a whole; all that is wrong is said at once. */
    public RowReading read(Map<String, String> typed, LocalDate today) {
        var errors = new ArrayList<FieldError>();
        var values = new HashMap<String, String>();
        for (Column column : columns) {
            switch (column.read(typed.getOrDefault(column.code(), ""))) {
                case Reading.Kept(String value) -> values.put(column.code(), value);
                case Reading.Unreadable(String code, String saying) -> errors.add(error(column.code(), code, saying));
            }
        }
        var cells = Cells.of(values);
        rules.stream()
                .filter(rule -> errors.stream().noneMatch(error -> error.field().equals(rule.column())))
                .flatMap(rule -> rule.check(this, cells, today).stream())
                .forEach(errors::add);
        return errors.isEmpty() ? new RowReading.Good(cells) : new RowReading.Bad(errors);
    }

    /** What tells a row from all others of its provider, whatever its letters' case. */
    public String keyOf(Cells cells) {
        return String.join(
                "\u001f",
                key.stream()
                        .map(column -> cells.text(column).toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** What differs. Names are left out: a history of them would outlive the people who may ask to be forgotten. */
    List<RowChange.CellChange> between(Cells before, Cells after) {
        return columns.stream()
                .filter(column -> !before.text(column.code()).equals(after.text(column.code())))
                .map(column -> column.personal()
                        ? new RowChange.CellChange(column.code(), "", "")
                        : new RowChange.CellChange(
                                column.code(), before.text(column.code()), after.text(column.code())))
                .toList();
    }

    Cells withoutPersonal(Cells cells) {
        var kept = new TreeMap<>(cells.values());
        columns.stream().filter(Column::personal).map(Column::code).forEach(kept::remove);
        return new Cells(kept);
    }

    public List<Count> counts(Collection<Cells> rows, LocalDate asOf) {
        return measures.stream().map(measure -> measure.count(rows, asOf)).toList();
    }

    public Column column(String wanted) {
        return find(wanted).orElseThrow();
    }

    public Optional<Column> find(String wanted) {
        return columns.stream().filter(column -> column.code().equals(wanted)).findFirst();
    }

    public Optional<RegisterMeasure> measure(String wanted) {
        return measures.stream()
                .filter(measure -> measure.code().equals(wanted))
                .findFirst();
    }

    /** An error at one of its columns; the code names the column too, so that it can be told from all others. */
    public FieldError error(String column, String code, String saying) {
        return new FieldError(column, column + "-" + code, column(column).title() + " " + saying);
    }
}
