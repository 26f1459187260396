package org.ncsoversight.criteria.register.model.accreditation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.criteria.standard.model.EditionId;

/**
 * Something that took place on a provider's way to being accredited and staying so.
 *
 * @param on the day on which it took place
 * @param bookedFor of a booking only: the first day of the assessment
 * @param edition of an accreditation only: the edition of the Standard
 */
public record Step(
        UUID id,
        Kind kind,
        LocalDate on,
        Optional<LocalDate> bookedFor,
        Optional<EditionId> edition,
        String note,
        Instant recordedAt,
        String recordedBy) {

    /** In the order in which they took place; on one day, in the order in which they were recorded. */
    public static final Comparator<Step> ORDER =
            Comparator.comparing(Step::on).thenComparing(Step::recordedAt).thenComparing(Step::id);

    public static final int MAX_NOTE_LENGTH = 500;

    /** What took place. */
    public enum Kind {
        BOOKED("booked", "Assessment booked"),
        ASSESSED("assessed", "Assessed"),
        CONDITIONS("conditions-outstanding", "Conditions outstanding"),
        ACCREDITED("accredited", "Accredited"),
        CALL_DONE("call-done", "3-month follow-up call held"),
        FIRST_CHECK_DONE("first-check-done", "12-month continuous improvement check done"),
        SECOND_CHECK_DONE("second-check-done", "24-month continuous improvement check done"),
        REVIEW_BOOKED("review-booked", "Accreditation review booked"),
        WITHDRAWN("withdrawn", "Withdrawn");

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

        public boolean isBooking() {
            return this == BOOKED || this == REVIEW_BOOKED;
        }
    }

    public Step {
        if (kind.isBooking() != bookedFor.isPresent() || (kind == Kind.ACCREDITED) != edition.isPresent()) {
            throw new IllegalArgumentException("A booking is for a day, an accreditation under an edition");
        }
    }

    /** Whether it says the same as another, whoever recorded it and when. */
    public boolean saysTheSameAs(Step other) {
        return kind == other.kind
                && on.equals(other.on)
                && bookedFor.equals(other.bookedFor)
                && edition.equals(other.edition)
                && note.equals(other.note);
    }
}
