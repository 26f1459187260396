package org.ncsoversight.criteria.register.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.answers.FieldError;

/** Reads fields as they were typed or sent, and remembers everything that is wrong with them. */
public final class Typed {

    // Four-digit years only, so that no date is far enough away to be no date in another program.
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final List<FieldError> problems = new ArrayList<>();

    public void wrong(String field, String code, String message) {
        problems.add(new FieldError(field, code, message));
    }

    public List<FieldError> problems() {
        return List.copyOf(problems);
    }

    public boolean fine() {
        return problems.isEmpty();
    }

    /** Nothing typed is no date, and no fault either. */
    public Optional<LocalDate> date(String field, String label, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                wrong(field, "not-a-date", label + " must be a date from 1900 to 2199");
                return Optional.empty();
            }
            return Optional.of(date);
        } catch (DateTimeException _) {
            wrong(field, "not-a-date", label + " must be a real date");
            return Optional.empty();
        }
    }

    public Optional<LocalDate> needed(String field, String label, String text, String enter) {
        if (text.isBlank()) {
            wrong(field, "missing", enter);
        }
        return date(field, label, text);
    }

    /** A name as it will be kept. */
    public Optional<String> name(String field, String label, String text, String enter) {
        String name = text.strip();
        if (name.isEmpty()) {
            wrong(field, "missing", enter);
        } else if (name.length() > NameHistory.MAX_LENGTH) {
            wrong(field, "too-long", label + " must be " + NameHistory.MAX_LENGTH + " characters or fewer");
        } else if (name.codePoints().anyMatch(Character::isISOControl)) {
            wrong(field, "control-character", label + " must not contain line breaks or tabs");
        } else {
            return Optional.of(name);
        }
        return Optional.empty();
    }
}
