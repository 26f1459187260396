package org.ncsoversight.evidence.planning.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole content of a self-assessment report: what was gathered and what was written. What a lead signs is this. */
public record Report(
        String assessment,
        int number,
        @Nullable String reason,
        String ukprn,
        String provider,
        String edition,
        String editionTitle,
        LocalDate periodFrom,
        LocalDate periodTo,
        String overall,
        List<ElementPart> elements,
        List<Measure> measures) {

    /** An element with what was written about it and its criteria. */
    public record ElementPart(int number, String title, String narrative, List<CriterionPart> criteria) {}

    /** A criterion: what the Standard asks, what is there, and what the provider says of it. */
    public record CriterionPart(
            String code,
            String title,
            List<String> voicesAsked,
            List<String> voicesMissing,
            List<Item> items,
            List<Measure> measures,
            @Nullable List<Action> actions,
            String narrative,
            String strengths,
            String gaps) {

        /** Reports were signed before actions were gathered. */
        public CriterionPart {
            actions = actions == null ? List.of() : List.copyOf(actions);
        }

        @Override
        public List<Action> actions() {
            return actions == null ? List.of() : actions;
        }

        public boolean isCovered() {
            return voicesMissing.isEmpty() && !items.isEmpty();
        }
    }

    /** An accepted piece of evidence that was current in the period. */
    public record Item(
            String evidence,
            long version,
            String title,
            String voice,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate reviewDate) {}

    /** An action of the improvement plan that is about this criterion, as it stood when this was gathered. */
    public record Action(String action, String title, String state, boolean open, LocalDate dueOn) {}

    /** What a register counted. */
    public record Measure(String code, String title, long numerator, long denominator, LocalDate asOf) {}

    public long criteriaCovered() {
        return elements.stream()
                .flatMap(element -> element.criteria().stream())
                .filter(CriterionPart::isCovered)
                .count();
    }

    public long criteriaInAll() {
        return elements.stream().mapToLong(element -> element.criteria().size()).sum();
    }
}
