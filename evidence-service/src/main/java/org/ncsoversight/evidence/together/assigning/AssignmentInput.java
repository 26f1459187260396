package org.ncsoversight.evidence.together.assigning;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assignment as sent or typed; an id of the sender's own makes a repeat safe. */
record AssignmentInput(
        @Nullable UUID assignment, String criterion, String voice, String assignee, String due, String note) {

    AssignmentInput {
        criterion = Objects.requireNonNullElse(criterion, "");
        voice = Objects.requireNonNullElse(voice, "");
        assignee = Objects.requireNonNullElse(assignee, "");
        due = Objects.requireNonNullElse(due, "");
        note = Objects.requireNonNullElse(note, "");
    }

    AssignmentInput under(UUID id) {
        return new AssignmentInput(id, criterion, voice, assignee, due, note);
    }
}
