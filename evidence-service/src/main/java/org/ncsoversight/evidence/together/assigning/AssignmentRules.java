package org.ncsoversight.evidence.together.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.together.model.Assignment;

/** Says everything that is wrong with an assignment at once. */
final class AssignmentRules {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}");

    private final AssignmentLimits limits;
    private final Edition edition;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    AssignmentRules(AssignmentLimits limits, Edition edition, LocalDate today) {
        this.limits = limits;
        this.edition = edition;
        this.today = today;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** The due day of before may stay, even when it has gone by. */
    Optional<Assignment.Work> read(AssignmentInput input, @Nullable LocalDate dueBefore) {
        var criterion = criterion(input.criterion().strip());
        var voice = voice(input.voice().strip());
        var assignee = input.assignee().strip();
        if (!USERNAME.matcher(assignee).matches()) {
            error(
                    "assignee",
                    assignee.isEmpty() ? "assignee-missing" : "assignee-not-a-username",
                    "Enter the username of a colleague");
        }
        var due = due(input.due(), dueBefore);
        String note = Text.clean(input.note());
        if (note.codePointCount(0, note.length()) > limits.noteLengthInCharacters()) {
            error(
                    "note",
                    "note-too-long",
                    "Note must be %,d characters or less".formatted(limits.noteLengthInCharacters()));
        }
        return errors.isEmpty() && criterion != null && due != null
                ? Optional.of(new Assignment.Work(criterion, voice, assignee, due, note))
                : Optional.empty();
    }

    private @Nullable CriterionCode criterion(String typed) {
        var known = Optional.of(typed)
                .filter(CriterionCode::isCode)
                .map(CriterionCode::new)
                .filter(code -> edition.criterion(code).isPresent());
        if (known.isEmpty()) {
            error("criterion", typed.isEmpty() ? "criterion-missing" : "criterion-unknown", "Select a criterion");
        }
        return known.orElse(null);
    }

    private @Nullable Voice voice(String typed) {
        var voice = Voice.of(typed);
        if (voice.isEmpty() && !typed.isEmpty()) {
            error("voice", "voice-unknown", "Select one of the voices, or any");
        }
        return voice.orElse(null);
    }

    private @Nullable LocalDate due(String typed, @Nullable LocalDate before) {
        if (typed.isBlank()) {
            error("due", "due-missing", "Enter the day it is due");
            return null;
        }
        var due = Text.date(typed).orElse(null);
        if (due == null) {
            error("due", "due-not-a-date", "Due date must be a real date");
        } else if (due.isBefore(today) && !due.equals(before)) {
            error("due", "due-in-past", "Due date must be today or in the future");
        } else if (due.isAfter(today.plusYears(limits.dueWithinYears()))) {
            error("due", "due-too-far", "Due date must be within %d years".formatted(limits.dueWithinYears()));
        }
        return due;
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
