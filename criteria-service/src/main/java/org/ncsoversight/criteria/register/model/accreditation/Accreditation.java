package org.ncsoversight.criteria.register.model.accreditation;

import java.time.LocalDate;
import org.ncsoversight.criteria.standard.model.EditionId;

/**
 * When a provider was last accredited, under which edition, and every date that follows from it: computed, never typed.
 *
 * @param anniversary the day from which all cycles count, so that no date drifts by being clipped to a month's end again
 * @param cycle how many cycles went before since that day
 */
public record Accreditation(EditionId edition, LocalDate accreditedOn, LocalDate anniversary, int cycle) {

    /** An assessment is booked at least this long ahead. */
    public static final int DAYS_TO_BOOK_AHEAD = 84;

    private static final int MONTHS_OF_A_CYCLE = 36;

    /** A first accreditation, or a new beginning after a lapse. */
    public Accreditation(EditionId edition, LocalDate accreditedOn) {
        this(edition, accreditedOn, accreditedOn, 0);
    }

    /** Accredited again: on or before the day it was due the anniversary is kept, later a new one begins. */
    public Accreditation renewed(EditionId under, LocalDate on) {
        return lastsOn(on) ? new Accreditation(under, on, anniversary, cycle + 1) : new Accreditation(under, on);
    }

    public boolean lastsOn(LocalDate day) {
        return !day.isAfter(reviewDue());
    }

    public LocalDate followUpCall() {
        return accreditedOn.plusMonths(3);
    }

    /** First continuous improvement check. */
    public LocalDate firstCheck() {
        return after(12);
    }

    /** Second continuous improvement check. */
    public LocalDate secondCheck() {
        return after(24);
    }

    public LocalDate reviewDue() {
        return after(MONTHS_OF_A_CYCLE);
    }

    public LocalDate bookReviewBy() {
        return reviewDue().minusDays(DAYS_TO_BOOK_AHEAD);
    }

    private LocalDate after(int months) {
        return anniversary.plusMonths((long) MONTHS_OF_A_CYCLE * cycle + months);
    }
}
