package org.ncsoversight.criteria.model.register;

import java.time.LocalDate;
import java.util.List;
import org.ncsoversight.criteria.model.register.Milestone.Kind;
import org.ncsoversight.criteria.model.standard.EditionId;

/** When a provider was accredited, under which edition, and every date that follows from it: computed, never typed. */
public record Accreditation(EditionId edition, LocalDate accreditedOn) {

    private static final int WEEKS_TO_BOOK_AHEAD = 12;

    public LocalDate followUpCall() {
        return accreditedOn.plusMonths(3);
    }

    /** First continuous improvement check. */
    public LocalDate firstCheck() {
        return accreditedOn.plusMonths(12);
    }

    /** Second continuous improvement check. */
    public LocalDate secondCheck() {
        return accreditedOn.plusMonths(24);
    }

    public LocalDate reviewDue() {
        return accreditedOn.plusMonths(36);
    }

    public LocalDate bookReviewBy() {
        return reviewDue().minusWeeks(WEEKS_TO_BOOK_AHEAD);
    }

    /** In the order in which they fall due. */
    public List<Milestone> milestones() {
        return List.of(
                new Milestone(Kind.FOLLOW_UP_CALL, followUpCall()),
                new Milestone(Kind.FIRST_CHECK, firstCheck()),
                new Milestone(Kind.SECOND_CHECK, secondCheck()),
                new Milestone(Kind.BOOK_REVIEW_BY, bookReviewBy()),
                new Milestone(Kind.REVIEW_DUE, reviewDue()));
    }
}
