package org.ncsoversight.criteria.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.people.model.PersonChange.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does something about a person between two entries of the record, so that whatever happens leaves a trace. */
@Component
public class AuditedChange {

    /** What is about to be done, and by whom. */
    public record Intent(
            String request,
            String by,
            PersonChange.Kind kind,
            Optional<PersonId> about,
            String username,
            Optional<Ukprn> organisation,
            String detail) {

        public static String newRequest() {
            return UUID.randomUUID().toString();
        }
    }

    /** What was done, how it is to be recorded, and about whom if that became known. */
    public record Done<R>(R result, Outcome outcome, Optional<PersonId> about) {}

    /** What is to be done; resumed when an earlier try of the same request was not finished. */
    @FunctionalInterface
    public interface Action<R> {

        Done<R> run(boolean resumed);
    }

    /** Every way it can end. */
    public sealed interface Ending<R> {

        record Finished<R>(R result) implements Ending<R> {}

        /** The same request was done before. */
        record DoneBefore<R>(PersonChange change) implements Ending<R> {}

        record Busy<R>() implements Ending<R> {}

        record Away<R>() implements Ending<R> {}
    }

    private static final Logger log = LoggerFactory.getLogger(AuditedChange.class);

    private final PeopleLog changes;
    private final Clock clock;

    public AuditedChange(PeopleLog changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    public <R> Ending<R> run(Intent intent, Action<R> action) {
        return switch (changes.begin(entry(intent))) {
            case PeopleLog.Begun.Busy _ -> new Ending.Busy<>();
            case PeopleLog.Begun.Before(var before) -> new Ending.DoneBefore<>(before);
            case PeopleLog.Begun.Started(var change, var resumed) -> finish(change, () -> action.run(resumed));
        };
    }

    private <R> Ending<R> finish(PersonChange change, Supplier<Done<R>> action) {
        try {
            Done<R> done = action.get();
            changes.end(change, done.outcome(), done.about().or(change::about));
            log.atInfo()
                    .addKeyValue("change", change.id())
                    .addKeyValue("kind", change.kind().code())
                    .addKeyValue("outcome", done.outcome().code())
                    .log("Person changed");
            return new Ending.Finished<>(done.result());
        } catch (DirectoryAway away) {
            log.atError().addKeyValue("change", change.id()).setCause(away).log("The directory of people is away");
            changes.end(change, Outcome.UNCERTAIN, change.about());
            return new Ending.Away<>();
        } catch (RuntimeException surprise) {
            // Nobody else is to wait for what will not come.
            changes.end(change, Outcome.UNCERTAIN, change.about());
            throw surprise;
        }
    }

    private PersonChange entry(Intent intent) {
        Instant now = clock.instant();
        return new PersonChange(
                "%013d-%s".formatted(now.toEpochMilli(), UUID.randomUUID()),
                intent.request(),
                now,
                intent.by(),
                intent.kind(),
                intent.about(),
                intent.username(),
                intent.organisation(),
                intent.detail(),
                Outcome.BEGUN);
    }
}
