package org.ncsoversight.evidence.together.assigning;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.together.model.Assignment;

/** An assignment as the API shows it. */
record AssignmentBody(
        String assignment,
        long version,
        String criterion,
        @Nullable String voice,
        String assignee,
        String due,
        String note,
        String state,
        boolean overdue,
        List<Step> history) {

    /** Who did what, when. */
    record Step(String what, String by, String at) {}

    static AssignmentBody of(Assignment assignment, LocalDate today) {
        var work = assignment.work();
        var voice = work.voice();
        return new AssignmentBody(
                assignment.id().toString(),
                assignment.version(),
                work.criterion().value(),
                voice == null ? null : voice.word(),
                work.assignee(),
                work.dueOn().toString(),
                work.note(),
                assignment.state().word(),
                assignment.isOverdueOn(today),
                assignment.history().stream()
                        .map(step -> new Step(step.what(), step.by(), step.at().toString()))
                        .toList());
    }
}
