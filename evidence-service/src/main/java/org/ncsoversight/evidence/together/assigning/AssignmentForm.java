package org.ncsoversight.evidence.together.assigning;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.together.model.Assignment;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The page's form with everything as it was typed, so that it can be shown again. */
public record AssignmentForm(MultiValueMap<String, String> typed) {

    /** A new one, for sending once. */
    static AssignmentForm empty(String criterion, String voice) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("assignment", UUID.randomUUID().toString());
        typed.add("criterion", criterion);
        typed.add("voice", voice);
        return new AssignmentForm(typed);
    }

    /** What is kept, as if it had just been typed. */
    static AssignmentForm of(Assignment assignment) {
        var work = assignment.work();
        var voice = work.voice();
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("version", Long.toString(assignment.version()));
        typed.add("criterion", work.criterion().value());
        typed.add("voice", voice == null ? "" : voice.word());
        typed.add("assignee", work.assignee());
        typed.add("note", work.note());
        typed.add("due-day", Integer.toString(work.dueOn().getDayOfMonth()));
        typed.add("due-month", Integer.toString(work.dueOn().getMonthValue()));
        typed.add("due-year", Integer.toString(work.dueOn().getYear()));
        return new AssignmentForm(typed);
    }

    public String text(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }

    long version() {
        String version = text("version");
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0;
    }

    AssignmentInput input() {
        return new AssignmentInput(id(), text("criterion"), text("voice"), text("assignee"), due(), text("note"));
    }

    private @Nullable UUID id() {
        try {
            return UUID.fromString(text("assignment"));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Three boxes as one ISO date; empty only when all three are. */
    private String due() {
        String day = text("due-day").strip();
        String month = text("due-month").strip();
        String year = text("due-year").strip();
        return day.isEmpty() && month.isEmpty() && year.isEmpty() ? "" : year + "-" + month + "-" + day;
    }
}
