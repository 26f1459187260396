package org.ncsoversight.evidence.together.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.store.AssignmentStore;

/** The filter of a list as it was asked for; empty text asks for nothing. */
public record AssignmentQuery(
        @Nullable String assignee,
        @Nullable String criterion,
        @Nullable String state,
        @Nullable String overdue) {

    public AssignmentQuery {
        assignee = Objects.requireNonNullElse(assignee, "").strip();
        criterion = Objects.requireNonNullElse(criterion, "").strip();
        state = Objects.requireNonNullElse(state, "").strip();
        overdue = Objects.requireNonNullElse(overdue, "").strip();
    }

    AssignmentStore.Filter filter(LocalDate today) {
        var errors = new ArrayList<FieldError>();
        String code = Objects.requireNonNull(criterion);
        String word = Objects.requireNonNull(state);
        if (!code.isEmpty() && !CriterionCode.isCode(code)) {
            errors.add(new FieldError("criterion", "criterion-not-a-code", "Criterion must be a code like 4.3"));
        }
        if (!word.isEmpty() && Assignment.State.of(word).isEmpty()) {
            errors.add(new FieldError("state", "state-unknown", "State must be open, done or cancelled"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(List.copyOf(errors));
        }
        String name = Objects.requireNonNull(assignee);
        return new AssignmentStore.Filter(
                name.isEmpty() ? null : name,
                code.isEmpty() ? null : new CriterionCode(code),
                Assignment.State.of(word).orElse(null),
                "yes".equals(overdue) ? today : null);
    }
}
