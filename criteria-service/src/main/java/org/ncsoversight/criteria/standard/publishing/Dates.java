package org.ncsoversight.criteria.standard.publishing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.answers.FieldError;

/** Dates as they come from outside. */
final class Dates {

    private Dates() {}

    static Optional<LocalDate> required(String field, String text, List<FieldError> problems) {
        if (text.isBlank()) {
            problems.add(new FieldError(field, "missing", "Enter a date"));
            return Optional.empty();
        }
        return optional(field, text, problems);
    }

    static Optional<LocalDate> optional(String field, String text, List<FieldError> problems) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.getYear() >= 2000 && date.getYear() < 2200) {
                return Optional.of(date);
            }
        } catch (DateTimeParseException _) {
            // Told below.
        }
        problems.add(new FieldError(field, "not-a-date", "Enter a real date, like 1 4 2027"));
        return Optional.empty();
    }
}
