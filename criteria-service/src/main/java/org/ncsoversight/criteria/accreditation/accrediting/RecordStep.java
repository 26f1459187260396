package org.ncsoversight.criteria.accreditation.accrediting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.register.model.Typed;
import org.ncsoversight.criteria.register.model.accreditation.AccreditationCycle;
import org.ncsoversight.criteria.register.model.accreditation.AccreditationCycle.Replay;
import org.ncsoversight.criteria.register.model.accreditation.Step;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.criteria.store.LostRaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records what took place on a provider's way around the cycle, wherever it fits by its day, or removes it again. */
@Component
public class RecordStep {

    /** As typed or sent. */
    public record Command(
            String ukprn,
            String kind,
            String on,
            String bookedFor,
            String edition,
            String note,
            OptionalLong expectedVersion) {}

    /** Every way a recording can end. */
    public sealed interface Result {

        record Recorded(Provider provider) implements Result {}

        record Unchanged(Provider provider) implements Result {}

        record NoSuchProvider() implements Result {}

        /** Nobody records how their own organisation fares. */
        record OwnOrganisation() implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        record ChangedMeanwhile(long version) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(RecordStep.class);
    // The Standard was launched in 2002.
    private static final LocalDate EARLIEST = LocalDate.of(2002, 1, 1);

    private final ProviderStore providers;
    private final EditionStore editions;
    private final Clock clock;

    public RecordStep(ProviderStore providers, EditionStore editions, Clock clock) {
        this.providers = providers;
        this.editions = editions;
        this.clock = clock;
    }

    public Result record(Command command, Caller caller) {
        return LostRaces.triedAgain(() -> attempt(command, caller));
    }

    /** Nothing when somebody else was quicker. */
    private Optional<Result> attempt(Command command, Caller caller) {
        Optional<Provider> kept = find(command.ukprn(), caller);
        if (kept.isEmpty()) {
            return Optional.of(new Result.NoSuchProvider());
        }
        var typed = new Typed();
        Optional<Step> read = read(command, caller, typed);
        if (read.isEmpty()) {
            return Optional.of(new Result.Invalid(typed.problems()));
        }
        Step step = read.get();
        if (kept.get().steps().stream().anyMatch(step::saysTheSameAs)) {
            return Optional.of(new Result.Unchanged(kept.get()));
        }
        if (kept.get().steps().size() == Provider.MAX_STEPS) {
            return Optional.of(wrong("kind", "too-many", "A provider has up to " + Provider.MAX_STEPS + " steps"));
        }
        var steps = new ArrayList<>(kept.get().steps());
        steps.add(step);
        return write(kept.get(), steps, step, command.expectedVersion(), caller);
    }

    public Result remove(String ukprn, UUID id, OptionalLong expectedVersion, Caller caller) {
        return LostRaces.triedAgain(() -> attemptRemoval(ukprn, id, expectedVersion, caller));
    }

    private Optional<Result> attemptRemoval(String ukprn, UUID id, OptionalLong expectedVersion, Caller caller) {
        Optional<Provider> kept = find(ukprn, caller);
        if (kept.isEmpty()) {
            return Optional.of(new Result.NoSuchProvider());
        }
        Optional<Step> step = kept.get().steps().stream()
                .filter(known -> known.id().equals(id))
                .findFirst();
        if (step.isEmpty()) {
            return Optional.of(new Result.Unchanged(kept.get()));
        }
        var steps = new ArrayList<>(kept.get().steps());
        steps.remove(step.get());
        return write(kept.get(), steps, step.get(), expectedVersion, caller);
    }

    private Optional<Provider> find(String ukprn, Caller caller) {
        return Ukprn.parse(ukprn).flatMap(known -> providers.find(known, caller.visible()));
    }

    private Optional<Result> write(
            Provider kept, List<Step> steps, Step step, OptionalLong expectedVersion, Caller caller) {
        if (caller.own().contains(kept.ukprn())) {
            return Optional.of(new Result.OwnOrganisation());
        }
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != kept.version()) {
            return Optional.of(new Result.ChangedMeanwhile(kept.version()));
        }
        if (AccreditationCycle.replay(steps) instanceof Replay.Refused(var refused, var why)) {
            return Optional.of(wrong(
                    "kind",
                    why.code(),
                    refused.equals(step)
                            ? why.message()
                            : refused.kind().label() + " on " + refused.on() + ": " + why.message()));
        }
        Provider next = kept.with(steps);
        if (!providers.replace(new ProviderRecorded(UUID.randomUUID(), clock.instant(), next))) {
            return Optional.empty();
        }
        log.atInfo()
                .addKeyValue("ukprn", next.ukprn().value())
                .addKeyValue("version", next.version())
                .addKeyValue("step", step.kind().code())
                .log("Accreditation cycle changed");
        return Optional.of(new Result.Recorded(next));
    }

    private static Result wrong(String field, String code, String message) {
        return new Result.Invalid(List.of(new FieldError(field, code, message)));
    }

    private Optional<Step> read(Command command, Caller caller, Typed typed) {
        Optional<Step.Kind> kind = Step.Kind.parse(command.kind());
        if (kind.isEmpty()) {
            typed.wrong("kind", "unknown-step", "Select what took place");
        }
        Optional<LocalDate> on = typed.needed("on", "Day", command.on(), "Enter the day on which it took place");
        on.filter(day -> day.isAfter(LocalDate.now(clock)))
                .ifPresent(_ -> typed.wrong("on", "in-the-future", "The day must be today or in the past"));
        on.filter(day -> day.isBefore(EARLIEST))
                .ifPresent(_ -> typed.wrong("on", "too-early", "The day must be in 2002 or later"));
        boolean booking = kind.filter(Step.Kind::isBooking).isPresent();
        Optional<LocalDate> bookedFor = booking
                ? typed.needed(
                        "bookedFor",
                        "Day of the assessment",
                        command.bookedFor(),
                        "Enter the day for which the assessment is booked")
                : Optional.empty();
        boolean accredited = kind.filter(Step.Kind.ACCREDITED::equals).isPresent();
        Optional<EditionId> edition = accredited
                ? EditionId.parse(command.edition())
                        .filter(id -> editions.find(id).isPresent())
                : Optional.empty();
        if (accredited && edition.isEmpty()) {
            typed.wrong("edition", "unknown-edition", "Select the edition under which the provider was accredited");
        }
        String note = command.note().strip();
        if (note.length() > Step.MAX_NOTE_LENGTH) {
            typed.wrong("note", "too-long", "Note must be " + Step.MAX_NOTE_LENGTH + " characters or fewer");
        }
        return typed.fine()
                ? Optional.of(new Step(
                        UUID.randomUUID(),
                        kind.orElseThrow(),
                        on.orElseThrow(),
                        bookedFor,
                        edition,
                        note,
                        clock.instant(),
                        caller.username()))
                : Optional.empty();
    }
}
