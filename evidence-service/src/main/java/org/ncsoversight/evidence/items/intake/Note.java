package org.ncsoversight.evidence.items.intake;

import java.util.List;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;

/** A few words that go along with a change: what was changed and why, or what a lead should know. */
public final class Note {

    private static final int LIMIT_IN_CHARACTERS = 2000;

    private Note() {}

    /** What is wrong with it, as an error of this field. */
    public static List<FieldError> errors(String field, String typed) {
        String text = Text.clean(typed);
        return text.codePointCount(0, text.length()) <= LIMIT_IN_CHARACTERS
                ? List.of()
                : List.of(new FieldError(
                        field,
                        field + "-too-long",
                        "%s must be %,d characters or less"
                                .formatted(field.equals("note") ? "Note" : "Reason", LIMIT_IN_CHARACTERS)));
    }
}
