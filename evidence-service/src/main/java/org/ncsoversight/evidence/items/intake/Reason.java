package org.ncsoversight.evidence.items.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;

/** Why somebody does something, where they may say so and need not; it stays in the timeline for good. */
public final class Reason {

    private static final int LONGEST_IN_CHARACTERS = 2_000;

    private Reason() {}

    /** Null when nothing was said. */
    public static @Nullable String of(String typed) {
        String reason = Text.clean(typed);
        return reason.isEmpty() ? null : reason;
    }

    /** What is wrong with it. */
    public static Optional<FieldError> problem(String typed) {
        String reason = Text.clean(typed);
        return reason.codePointCount(0, reason.length()) <= LONGEST_IN_CHARACTERS
                ? Optional.empty()
                : Optional.of(new FieldError(
                        "reason",
                        "reason-too-long",
                        "Reason must be %,d characters or less".formatted(LONGEST_IN_CHARACTERS)));
    }
}
