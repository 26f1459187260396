package org.ncsoversight.evidence.submitting;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ncsoversight.evidence.intake.ReceivedFile;
import org.ncsoversight.evidence.intake.Submission;
import org.ncsoversight.evidence.model.Field;
import org.ncsoversight.evidence.model.Proposal;
import org.ncsoversight.evidence.standard.Criterion;
import org.springframework.util.MultiValueMap;

/** The page's form with everything as it was typed, so that it can be shown again. */
public record SubmissionForm(MultiValueMap<String, String> typed) {

    public String text(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }

    public Set<String> criteria() {
        return Set.copyOf(typed.getOrDefault("criteria", List.of()));
    }

    public boolean has(String criterion) {
        return criteria().contains(criterion);
    }

    public boolean hasAny(List<Criterion> some) {
        return some.stream().anyMatch(criterion -> has(criterion.code().value()));
    }

    Submission with(List<ReceivedFile> files) {
        return new Submission(
                Proposal.EMPTY
                        .with(Field.TITLE, text("title"))
                        .with(Field.STATEMENT, text("statement"))
                        .with(Field.VOICE, text("voice"))
                        .with(Field.CRITERIA, criteria().stream().sorted().toList())
                        .with(Field.PERIOD_FROM, date("periodFrom"))
                        .with(Field.PERIOD_TO, date("periodTo"))
                        .with(Field.REVIEW_DATE, date("reviewDate")),
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
