package org.ncsoversight.criteria.standard.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.criteria.store.LostRaces;
import org.springframework.stereotype.Component;

/** Moves the first day of an edition and the last of the one before it, as long as these days lie ahead. */
@Component
public class ChangeDates {

    /**
     * The days as typed or sent.
     *
     * @param inForceFrom not read once the edition is in force
     * @param earlierUntil absent, the earlier edition ends the day before the other begins
     */
    public record Command(EditionId edition, String inForceFrom, String earlierUntil, OptionalLong expectedVersion) {}

    /** Every way it can end. */
    public sealed interface Result {

        record Changed(Edition edition) implements Result {}

        record NotFound() implements Result {}

        /** The days have come; what was in force on them stays so. */
        record TooLate() implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        record ChangedMeanwhile(Edition now) implements Result {}
    }

    private final EditionStore editions;
    private final SettleEditions settling;
    private final Clock clock;

    public ChangeDates(EditionStore editions, SettleEditions settling, Clock clock) {
        this.editions = editions;
        this.settling = settling;
        this.clock = clock;
    }

    public Result change(Command command) {
        return LostRaces.triedAgain(() -> {
            Result result = attempt(command);
            boolean lost = command.expectedVersion().isEmpty() && result instanceof Result.ChangedMeanwhile;
            return lost ? Optional.empty() : Optional.of(result);
        });
    }

    private Result attempt(Command command) {
        Optional<Edition> found = editions.find(command.edition());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Edition edition = found.get();
        if (command.expectedVersion().isPresent() && command.expectedVersion().getAsLong() != edition.version()) {
            return new Result.ChangedMeanwhile(edition);
        }
        return isAhead(edition) || endIsAhead(edition) ? dated(edition, command) : new Result.TooLate();
    }

    boolean isAhead(Edition edition) {
        return LocalDate.now(clock).isBefore(edition.inForceFrom());
    }

    boolean endIsAhead(Edition edition) {
        return edition.replaces()
                .filter(earlier -> !earlier.lastDay().isBefore(LocalDate.now(clock)))
                .isPresent();
    }

    private Result dated(Edition edition, Command command) {
        var problems = new ArrayList<FieldError>();
        Optional<LocalDate> from = isAhead(edition)
                ? Dates.required("inForceFrom", command.inForceFrom(), problems)
                : Optional.of(edition.inForceFrom());
        Optional<LocalDate> until = Dates.optional("earlierUntil", command.earlierUntil(), problems);
        if (from.isEmpty() || !problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        Optional<EditionDates> dates = edition.replaces()
                .flatMap(before -> editions.find(before.edition()))
                .map(earlier -> new EditionDates(edition.id(), earlier, from.get(), until));
        dates.ifPresent(known -> known.check(editions.all(), problems));
        Optional<Edition.Replacement> replacement = dates.map(EditionDates::replacement);
        if (!isAhead(edition)
                && replacement
                        .filter(earlier -> earlier.lastDay().isBefore(LocalDate.now(clock)))
                        .isPresent()) {
            problems.add(new FieldError("earlierUntil", "past", "The last day must be today or in the future"));
        }
        if (problems.isEmpty()
                && edition.inForceTo().filter(from.get()::isAfter).isPresent()) {
            problems.add(new FieldError("inForceFrom", "after-end", "The first day must not be after the last"));
        }
        return problems.isEmpty()
                ? keep(edition, edition.beginningOn(from.get(), replacement))
                : new Result.Invalid(problems);
    }

    private Result keep(Edition edition, Edition next) {
        boolean same = edition.inForceFrom().equals(next.inForceFrom())
                && edition.replaces().equals(next.replaces());
        if (!same
                && !editions.replace(EditionPublished.following(UUID.randomUUID(), clock.instant(), next, editions))) {
            return new Result.ChangedMeanwhile(editions.find(edition.id()).orElse(edition));
        }
        settling.settle();
        return new Result.Changed(same ? edition : next);
    }
}
