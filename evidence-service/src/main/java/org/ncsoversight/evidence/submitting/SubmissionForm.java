package org.ncsoversight.evidence.submitting;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** The page's form with everything as it was typed, so that it can be shown again. */
record SubmissionForm(MultiValueMap<String, String> typed) {

    String text(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }

    Set<String> criteria() {
        return Set.copyOf(typed.getOrDefault("criteria", List.of()));
    }

    boolean has(String criterion) {
        return criteria().contains(criterion);
    }

    Submission with(List<ReceivedFile> files) {
        return new Submission(
                text("title"),
                text("statement"),
                text("voice"),
                criteria().stream().sorted().toList(),
                date("periodFrom"),
                date("periodTo"),
                date("reviewDate"),
                files);
    }

    /** Three boxes as one ISO date; empty only when all three are. */
    private String date(String field) {
        String day = text(field + "-day").strip();
        String month = text(field + "-month").strip();
        String year = text(field + "-year").strip();
        return day.isEmpty() && month.isEmpty() && year.isEmpty() ? "" : year + "-" + month + "-" + day;
    }
}
