package org.ncsoversight.criteria.register.model.accreditation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** A date of the accreditation cycle, whether what it asks for was done, and so how it stands on a given day. */
public record Milestone(Kind kind, LocalDate on, boolean done) {

    /** A date this near is due soon. */
    public static final int DUE_SOON_IN_DAYS = 60;

    /** What is to happen on the date. */
    public enum Kind {
        FOLLOW_UP_CALL("follow-up-call", "3-month follow-up call"),
        FIRST_CHECK("first-check", "12-month continuous improvement check"),
        SECOND_CHECK("second-check", "24-month continuous improvement check"),
        BOOK_REVIEW_BY("book-review-by", "Book the accreditation review by"),
        REVIEW_DUE("review-due", "Accreditation review due");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public static Optional<Kind> parse(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    /** How a date stands, most pressing first. */
    public enum Standing {
        OVERDUE("overdue", "Overdue"),
        DUE_SOON("due-soon", "Due soon"),
        LATER("later", "Not due yet"),
        DONE("done", "Done");

        private final String code;
        private final String label;

        Standing(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public static Optional<Standing> parse(String code) {
            return Arrays.stream(values())
                    .filter(standing -> standing.code.equals(code))
                    .findFirst();
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    public Standing standingOn(LocalDate today) {
        if (done) {
            return Standing.DONE;
        }
        if (on.isBefore(today)) {
            return Standing.OVERDUE;
        }
        return on.isAfter(today.plusDays(DUE_SOON_IN_DAYS)) ? Standing.LATER : Standing.DUE_SOON;
    }
}
