package org.ncsoversight.criteria.accreditation.accrediting;

import java.time.Clock;
import java.time.DateTimeException;
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
import org.ncsoversight.criteria.register.model.accreditation.AccreditationCycle;
import org.ncsoversight.criteria.register.model.accreditation.AccreditationCycle.Replay;
import org.ncsoversight.criteria.register.model.accreditation.Step;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.criteria.store.LostRaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Enters or corrects the newest accreditation of a provider, from which all dates follow; an accreditation at the end of an
 * assessment that was recorded here is a step.
 */
@Component
public class RecordAccreditation {

    /** As typed or sent. */
    public record Command(String ukprn, String edition, String accreditedOn, OptionalLong expectedVersion, String by) {}

    /** Every way a recording can end. */
    public sealed interface Result {

        record Recorded(Provider provider) implements Result {}

        record Unchanged(Provider provider) implements Result {}

        record NoSuchProvider() implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        record ChangedMeanwhile(long version) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(RecordAccreditation.class);
    // The Standard was launched in 2002.
    private static final LocalDate EARLIEST = LocalDate.of(2002, 1, 1);

    private final ProviderStore providers;
    private final EditionStore editions;
    private final Clock clock;

    public RecordAccreditation(ProviderStore providers, EditionStore editions, Clock clock) {
        this.providers = providers;
        this.editions = editions;
        this.clock = clock;
    }

    public Result record(Command command, VisibleProviders visible) {
        Optional<Ukprn> ukprn = Ukprn.parse(command.ukprn());
        if (ukprn.flatMap(known -> providers.find(known, visible)).isEmpty()) {
            return new Result.NoSuchProvider();
        }
        var problems = new ArrayList<FieldError>();
        Optional<EditionId> edition = edition(command.edition(), problems);
        Optional<LocalDate> accreditedOn = accreditedOn(command.accreditedOn().strip(), problems);
        if (!problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        return write(ukprn.orElseThrow(), edition.orElseThrow(), accreditedOn.orElseThrow(), command, visible);
    }

    private Result write(Ukprn ukprn, EditionId edition, LocalDate on, Command command, VisibleProviders visible) {
        return LostRaces.triedAgain(() -> attempt(ukprn, edition, on, command, visible));
    }

    /** Nothing when somebody else was quicker. */
    private Optional<Result> attempt(
            Ukprn ukprn, EditionId edition, LocalDate on, Command command, VisibleProviders visible) {
        Provider kept = providers.find(ukprn, visible).orElseThrow();
        OptionalLong expectedVersion = command.expectedVersion();
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != kept.version()) {
            return Optional.of(new Result.ChangedMeanwhile(kept.version()));
        }
        if (kept.accreditation()
                .filter(known ->
                        known.edition().equals(edition) && known.accreditedOn().equals(on))
                .isPresent()) {
            return Optional.of(new Result.Unchanged(kept));
        }
        List<Step> steps = withAccreditation(kept, edition, on, command.by());
        if (AccreditationCycle.replay(steps) instanceof Replay.Refused(var step, var why)) {
            return Optional.of(new Result.Invalid(List.of(
                    new FieldError("accreditedOn", why.code(), step.kind().label() + ": " + why.message()))));
        }
        Provider next = kept.with(steps);
        if (!providers.replace(new ProviderRecorded(UUID.randomUUID(), clock.instant(), next))) {
            return Optional.empty();
        }
        log.atInfo()
                .addKeyValue("ukprn", ukprn.value())
                .addKeyValue("version", next.version())
                .log("Accreditation recorded");
        return Optional.of(new Result.Recorded(next));
    }

    private List<Step> withAccreditation(Provider kept, EditionId edition, LocalDate on, String by) {
        var steps = new ArrayList<>(kept.steps());
        Optional<Step> newest = steps.reversed().stream()
                .filter(step -> step.kind() == Step.Kind.ACCREDITED)
                .findFirst();
        newest.ifPresent(steps::remove);
        steps.add(new Step(
                newest.map(Step::id).orElseGet(UUID::randomUUID),
                Step.Kind.ACCREDITED,
                on,
                Optional.empty(),
                Optional.of(edition),
                newest.map(Step::note).orElse(""),
                newest.map(Step::recordedAt).orElseGet(clock::instant),
                by));
        return steps;
    }

    private Optional<EditionId> edition(String code, List<FieldError> problems) {
        Optional<EditionId> edition =
                EditionId.parse(code).filter(id -> editions.find(id).isPresent());
        if (edition.isEmpty()) {
            problems.add(new FieldError(
                    "edition", "unknown-edition", "Select the edition under which the provider was accredited"));
        }
        return edition;
    }

    private Optional<LocalDate> accreditedOn(String text, List<FieldError> problems) {
        if (text.isEmpty()) {
            problems.add(new FieldError("accreditedOn", "missing", "Enter the date of accreditation"));
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isAfter(LocalDate.now(clock))) {
                problems.add(new FieldError(
                        "accreditedOn", "in-the-future", "Date of accreditation must be today or in the past"));
            } else if (date.isBefore(EARLIEST)) {
                problems.add(
                        new FieldError("accreditedOn", "too-early", "Date of accreditation must be in 2002 or later"));
            }
            return Optional.of(date);
        } catch (DateTimeException _) {
            problems.add(new FieldError("accreditedOn", "not-a-date", "Date of accreditation must be a real date"));
            return Optional.empty();
        }
    }
}
