package org.ncsoversight.criteria.model.register;

import java.time.LocalDate;

/** A date of the accreditation cycle and how it stands on a given day. */
public record Milestone(Kind kind, LocalDate on) {

    /** A date this near is due soon. */
    public static final int DUE_SOON_IN_DAYS = 60;

    /** What is to happen on the date. */
    public enum Kind {
        FOLLOW_UP_CALL("3-month follow-up call", false),
        FIRST_CHECK("12-month continuous improvement check", false),
        SECOND_CHECK("24-month continuous improvement check", false),
        BOOK_REVIEW_BY("Book the accreditation review by", true),
        REVIEW_DUE("Accreditation review due", true);

        private final String label;
        private final boolean endsTheCycle;

        Kind(String label, boolean endsTheCycle) {
            this.label = label;
            this.endsTheCycle = endsTheCycle;
        }

        public String label() {
            return label;
        }
    }

    /** How a date stands; the register does not hear whether a call or check took place, so those only pass. */
    public enum Standing {
        LATER,
        DUE_SOON,
        PASSED,
        OVERDUE
    }

    public Standing standingOn(LocalDate today) {
        if (on.isBefore(today)) {
            // A review that took place starts a new cycle, so an old review date means that it did not.
            return kind.endsTheCycle ? Standing.OVERDUE : Standing.PASSED;
        }
        return on.isAfter(today.plusDays(DUE_SOON_IN_DAYS)) ? Standing.LATER : Standing.DUE_SOON;
    }
}
