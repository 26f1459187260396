package org.ncsoversight.evidence.presenting;

import java.util.Arrays;
import java.util.List;
import org.ncsoversight.evidence.model.FieldError;

/** The errors of a form as its page shows them: all in the summary, each again at its field. */
public record FieldErrors(List<FieldError> all) {

    public FieldErrors {
        all = List.copyOf(all);
    }

    public boolean any() {
        return !all.isEmpty();
    }

    public List<FieldError> of(String field) {
        return all.stream().filter(error -> error.field().equals(field)).toList();
    }

    public boolean on(String... fields) {
        return Arrays.stream(fields).anyMatch(field -> !of(field).isEmpty());
    }

    /** The id of the first element to focus: a date has three boxes. */
    public String anchor(FieldError error) {
        return switch (error.field()) {
            case "periodFrom", "periodTo", "reviewDate", "due" -> error.field() + "-day";
            default -> error.field();
        };
    }
}
