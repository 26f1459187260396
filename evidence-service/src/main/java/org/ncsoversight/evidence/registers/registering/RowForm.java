package org.ncsoversight.evidence.registers.registering;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.registers.model.Column;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.Row;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form of one row with everything as it was typed; a day has three boxes. */
public record RowForm(Register register, MultiValueMap<String, String> boxes) {

    static RowForm of(Register register, Row row) {
        var boxes = new LinkedMultiValueMap<String, String>();
        for (Column column : register.columns()) {
            String kept = row.cells().text(column.code());
            if (column.isDay() && !kept.isEmpty()) {
                var day = LocalDate.parse(kept);
                boxes.add(column.code() + "-day", Integer.toString(day.getDayOfMonth()));
                boxes.add(column.code() + "-month", Integer.toString(day.getMonthValue()));
                boxes.add(column.code() + "-year", Integer.toString(day.getYear()));
            } else {
                boxes.add(column.code(), kept);
            }
        }
        return new RowForm(register, boxes);
    }

    public String text(String box) {
        return Objects.requireNonNullElse(boxes.getFirst(box), "");
    }

    Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        for (Column column : register.columns()) {
            typed.put(column.code(), column.isDay() ? day(column.code()) : text(column.code()));
        }
        return typed;
    }

    /** Three boxes as one date; empty only when all three are. */
    private String day(String column) {
        var parts = Stream.of("-year", "-month", "-day")
                .map(part -> text(column + part).strip())
                .toList();
        return parts.stream().allMatch(String::isEmpty) ? "" : String.join("-", parts);
    }

    /** The errors as templates ask for them; the first box of a day is where to go. */
    public record Errors(Register register, List<FieldError> all) {

        public boolean any() {
            return !all.isEmpty();
        }

        public List<FieldError> of(String field) {
            return all.stream().filter(error -> error.field().equals(field)).toList();
        }

        public boolean on(String field) {
            return !of(field).isEmpty();
        }

        public String anchor(FieldError error) {
            return register.find(error.field()).filter(Column::isDay).isPresent()
                    ? error.field() + "-day"
                    : error.field();
        }
    }
}
