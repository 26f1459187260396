package org.ncsoversight.criteria.standard.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.stereotype.Component;

/** Turns a draft into an edition in force, or into the next version of one, and lets the one before end. */
@Component
public class PublishEdition {

    /**
     * What is to be published from when.
     *
     * @param earlierUntil the last day of the edition in force until now; absent, it ends the day before
     */
    public record Command(EditionId draft, String inForceFrom, String earlierUntil, OptionalLong expectedVersion) {}

    /** Every way it can end. */
    public sealed interface Result {

        record Published(Edition edition) implements Result {}

        record NotFound() implements Result {}

        record VoicesUnconfirmed(Set<CriterionCode> criteria) implements Result {}

        /** Another edition was published since the draft was begun: where criteria went is told of the wrong one. */
        record BaseChanged(Edition latest) implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        record ChangedMeanwhile(long version) implements Result {}
    }

    private final DraftStore drafts;
    private final EditionStore editions;
    private final SettleEditions settling;
    private final Clock clock;

    public PublishEdition(DraftStore drafts, EditionStore editions, SettleEditions settling, Clock clock) {
        this.drafts = drafts;
        this.editions = editions;
        this.settling = settling;
        this.clock = clock;
    }

    public Result publish(Command command) {
        Optional<Draft> found = drafts.find(command.draft());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Draft draft = found.get();
        if (command.expectedVersion().isPresent() && command.expectedVersion().getAsLong() != draft.version()) {
            return new Result.ChangedMeanwhile(draft.version());
        }
        if (!draft.voicesToConfirm().isEmpty()) {
            return new Result.VoicesUnconfirmed(draft.voicesToConfirm());
        }
        Result result = editions.find(draft.id())
                .map(kept -> nextVersion(draft, kept))
                .orElseGet(() -> newEdition(draft, command));
        if (result instanceof Result.Published) {
            // Repeated after a crash, this publishes the same version again and then comes here.
            settling.settle();
            drafts.remove(draft.id());
        }
        return result;
    }

    private Result nextVersion(Draft draft, Edition kept) {
        Contents contents = counted(draft.contents(), Optional.of(kept.contents()));
        List<Mapping> mappings = truthful(draft);
        if (kept.contents().equals(contents) && kept.mappings().equals(mappings)) {
            return new Result.Published(kept);
        }
        var next = new Edition(
                kept.id(),
                kept.version() + 1,
                contents,
                kept.inForceFrom(),
                kept.inForceTo(),
                kept.state(),
                kept.replaces(),
                mappings,
                Edition.Source.ADMINISTRATOR);
        return editions.replace(announced(next))
                ? new Result.Published(next)
                : new Result.ChangedMeanwhile(draft.version());
    }

    private Result newEdition(Draft draft, Command command) {
        Optional<Edition> earlier = editions.latest();
        if (!earlier.map(Edition::id).equals(draft.basedOn()) && earlier.isPresent()) {
            return new Result.BaseChanged(earlier.get());
        }
        var problems = new ArrayList<FieldError>();
        Optional<LocalDate> from = Dates.required("inForceFrom", command.inForceFrom(), problems);
        Optional<LocalDate> until = Dates.optional("earlierUntil", command.earlierUntil(), problems);
        if (from.isPresent() && earlier.isPresent()) {
            new EditionDates(draft.id(), earlier.get(), from.get(), until).check(editions.all(), problems);
        }
        if (from.isEmpty() || !problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        var edition = new Edition(
                draft.id(),
                1,
                counted(draft.contents(), earlier.map(Edition::contents)),
                from.get(),
                Optional.empty(),
                Edition.State.IN_FORCE,
                earlier.map(before -> new EditionDates(draft.id(), before, from.get(), until).replacement()),
                truthful(draft),
                Edition.Source.ADMINISTRATOR);
        return editions.add(announced(edition))
                ? new Result.Published(edition)
                : new Result.ChangedMeanwhile(draft.version());
    }

    private EditionPublished announced(Edition edition) {
        return EditionPublished.following(UUID.randomUUID(), clock.instant(), edition, editions);
    }

    // Texts may have been edited after somebody said that they are the same.
    private List<Mapping> truthful(Draft draft) {
        return draft.edition().mappings().stream()
                .map(mapping -> mapping.kind() == Mapping.Kind.SAME && reworded(draft, mapping)
                        ? new Mapping(mapping.fromEdition(), mapping.from(), mapping.to(), Mapping.Kind.CHANGED)
                        : mapping)
                .toList();
    }

    private boolean reworded(Draft draft, Mapping mapping) {
        Optional<Criterion> before =
                editions.find(mapping.fromEdition()).flatMap(edition -> edition.criterion(mapping.from()));
        Optional<Criterion> after = draft.contents().criterion(mapping.to().getFirst());
        return before.isPresent() && after.isPresent() && !before.get().asksTheSameAs(after.get());
    }

    // A code's text version never goes back, in whichever edition: who answered an older text can always tell.
    private static Contents counted(Contents contents, Optional<Contents> before) {
        return contents.withCriteria(contents.criteria().stream()
                .map(criterion -> before.flatMap(earlier -> earlier.criterion(criterion.code()))
                        .map(earlier -> counted(criterion, earlier))
                        .orElse(criterion))
                .toList());
    }

    private static Criterion counted(Criterion criterion, Criterion before) {
        int least = criterion.asksTheSameAs(before) ? before.textVersion() : before.textVersion() + 1;
        return criterion.withTextVersion(Math.max(criterion.textVersion(), least));
    }
}
