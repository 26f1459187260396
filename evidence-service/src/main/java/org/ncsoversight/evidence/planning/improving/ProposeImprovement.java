package org.ncsoversight.evidence.planning.improving;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts an action into the own organisation's plan, or changes its words while it is open. */
@Component
public class ProposeImprovement {

    private static final Logger log = LoggerFactory.getLogger(ProposeImprovement.class);

    /** Who asks, and whether they may change what a lead agreed. */
    record Author(Person person, ProviderId provider, boolean leads, VisibleProviders visible) {}

    /** Every way proposing or changing can end. */
    public sealed interface Result {

        record Kept(ImprovementAction action) implements Result {}

        record KeptBefore(ImprovementAction action) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record IdTaken(UUID id) implements Result {}

        record NotFound() implements Result {}

        record OnlyALead() implements Result {}

        record NotOpen(ImprovementAction action) implements Result {}

        record ChangedMeanwhile(ImprovementAction now) implements Result {}

        record CriteriaNotYetKnown() implements Result {}
    }

    private final ImprovementStore store;
    private final ReadImprovement reader;
    private final CountImprovement register;
    private final Clock clock;

    ProposeImprovement(ImprovementStore store, ReadImprovement reader, CountImprovement register, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.register = register;
        this.clock = clock;
    }

    public Result propose(UUID id, ImprovementInput input, Author author) {
        var edition = reader.editionOf(null);
        if (edition.isEmpty()) {
            return new Result.CriteriaNotYetKnown();
        }
        var earlier = store.find(id, author.visible()).orElse(null);
        var dueBefore = earlier == null ? null : earlier.improvement().dueOn();
        var checked = reader.read(input, edition.get(), dueBefore, author);
        if (checked.improvement().isEmpty()) {
            return new Result.Invalid(checked.errors());
        }
        var action = ImprovementAction.propose(
                id, author.provider(), checked.improvement().get(), author.person(), clock.instant());
        if (!store.add(action)) {
            return store.find(id, author.visible())
                    .filter(kept -> isRepeat(kept, action))
                    .<Result>map(Result.KeptBefore::new)
                    .orElse(new Result.IdTaken(id));
        }
        log.atInfo().addKeyValue("actionId", id).log("Improvement proposed");
        return new Result.Kept(action);
    }

    /** Also when it went on since: whoever repeats the proposal has proposed it. */
    private static boolean isRepeat(ImprovementAction kept, ImprovementAction action) {
        return kept.provider().equals(action.provider())
                && kept.improvement().equals(action.improvement())
                && kept.history().getFirst().by().is(action.latest().by());
    }

    public Result edit(UUID id, @Nullable Long seenVersion, ImprovementInput input, Author author) {
        var found = store.find(id, author.visible())
                .filter(action -> author.person().belongsTo(action.provider()));
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        var action = found.get();
        var edition = reader.editionOf(action);
        if (edition.isEmpty()) {
            return new Result.CriteriaNotYetKnown();
        }
        if (action.state().isAgreed() && !author.leads()) {
            return new Result.OnlyALead();
        }
        var checked = reader.read(input, edition.get(), action.improvement().dueOn(), author);
        if (checked.improvement().filter(action.improvement()::equals).isPresent()) {
            return new Result.KeptBefore(action);
        }
        if (seenVersion != null && seenVersion != action.version()) {
            return new Result.ChangedMeanwhile(action);
        }
        if (!action.state().isOpen()) {
            return new Result.NotOpen(action);
        }
        if (checked.improvement().isEmpty()) {
            return new Result.Invalid(checked.errors());
        }
        var edited = action.edit(checked.improvement().get(), author.person(), clock.instant());
        if (!store.change(edited)) {
            return new Result.ChangedMeanwhile(store.find(id, author.visible()).orElseThrow());
        }
        register.changed(action.provider());
        log.atInfo().addKeyValue("actionId", id).log("Improvement changed");
        return new Result.Kept(edited);
    }
}
