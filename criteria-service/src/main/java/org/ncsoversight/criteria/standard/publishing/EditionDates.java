package org.ncsoversight.criteria.standard.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;

/**
 * The day on which an edition begins and the last of the one before it.
 *
 * @param until absent, the earlier one ends the day before
 */
record EditionDates(EditionId edition, Edition earlier, LocalDate from, Optional<LocalDate> until) {

    private static final int LONGEST_DUAL_RUNNING_IN_YEARS = 3;

    Edition.Replacement replacement() {
        return new Edition.Replacement(earlier.id(), until.orElse(from.minusDays(1)));
    }

    void check(List<Edition> all, List<FieldError> problems) {
        if (!from.isAfter(earlier.inForceFrom())) {
            problems.add(new FieldError(
                    "inForceFrom", "not-after-earlier", "The first day must be after that of the edition before it"));
        }
        if (until.filter(last ->
                        last.isBefore(from.minusDays(1)) || last.isAfter(from.plusYears(LONGEST_DUAL_RUNNING_IN_YEARS)))
                .isPresent()) {
            problems.add(new FieldError(
                    "earlierUntil",
                    "outside-dual-running",
                    "The earlier edition can end the day before the new one begins, or up to 3 years later"));
        }
        Optional<Edition> later = all.stream().filter(this::follows).findFirst();
        if (later.filter(next -> !from.isBefore(next.inForceFrom())).isPresent()) {
            problems.add(new FieldError(
                    "inForceFrom", "not-before-later", "The first day must be before that of the edition after it"));
        } else if (all.stream().anyMatch(other -> isThird(other) && other.inForceOn(from))) {
            problems.add(
                    new FieldError("inForceFrom", "third-edition", "Two editions are in force on that day already"));
        }
        if (later.filter(next -> !replacement().lastDay().isBefore(next.inForceFrom()))
                .isPresent()) {
            problems.add(new FieldError(
                    "earlierUntil",
                    "third-edition",
                    "The earlier edition must end before the edition after this one begins"));
        }
    }

    private boolean follows(Edition other) {
        return other.replaces()
                .filter(before -> before.edition().equals(edition))
                .isPresent();
    }

    private boolean isThird(Edition other) {
        return !other.id().equals(earlier.id()) && !other.id().equals(edition);
    }
}
