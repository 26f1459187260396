package org.ncsoversight.evidence.planning.improving;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings an action one state further, or opens it again. Its own organisation does; whether it is done may also be said by
 * who looks at that organisation, because a provider with a single lead has nobody else.
 */
@Component
public class MoveImprovement {

    private static final Logger log = LoggerFactory.getLogger(MoveImprovement.class);

    public record Command(UUID id, ActionState to, @Nullable Long seenVersion, String reason, Caller by) {}

    /** Every way a move can end. */
    public sealed interface Result {

        record Moved(ImprovementAction action) implements Result {}

        record NotFound() implements Result {}

        record Invalid(ImprovementAction action, List<FieldError> errors) implements Result {}

        record NotFromHere(ImprovementAction action) implements Result {}

        record OnlyALead(ImprovementAction action) implements Result {}

        record NotByTheDoer(ImprovementAction action) implements Result {}

        record ChangedMeanwhile(ImprovementAction now) implements Result {}
    }

    private final ImprovementStore store;
    private final ImprovementLimits limits;
    private final CountImprovement register;
    private final Clock clock;

    MoveImprovement(ImprovementStore store, ImprovementLimits limits, CountImprovement register, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.register = register;
        this.clock = clock;
    }

    public Result move(Command command) {
        var by = command.by().person();
        var found = store.find(command.id(), command.by().visible())
                .filter(action -> by.belongsTo(action.provider()) || oversees(command.by(), command.to()));
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        var action = found.get();
        if (isJudgement(command.to())
                && by.belongsTo(action.provider())
                && !command.by().may(Capability.LEAD)) {
            return new Result.OnlyALead(action);
        }
        String cleaned = Text.clean(command.reason());
        @Nullable String reason = cleaned.isEmpty() ? null : cleaned;
        if (action.alreadySaid(command.to(), by, reason)) {
            return new Result.Moved(action);
        }
        if (command.seenVersion() != null && command.seenVersion() != action.version()) {
            return new Result.ChangedMeanwhile(action);
        }
        if (!action.state().next().contains(command.to())) {
            return new Result.NotFromHere(action);
        }
        if (command.to() == ActionState.VERIFIED && !action.mayBeVerifiedBy(by)) {
            return new Result.NotByTheDoer(action);
        }
        var errors = reasonErrors(command.to(), cleaned);
        if (!errors.isEmpty()) {
            return new Result.Invalid(action, errors);
        }
        return keep(action.move(command.to(), reason, by, clock.instant()), command);
    }

    /** Whether somebody says here that what was to be done is done, or is not. */
    static boolean isJudgement(ActionState to) {
        return to == ActionState.VERIFIED || to == ActionState.REOPENED;
    }

    public static boolean oversees(Caller caller, ActionState to) {
        return isJudgement(to) && (caller.may(Capability.REVIEW) || caller.may(Capability.OVERSEE));
    }

    private Result keep(ImprovementAction moved, Command command) {
        if (!store.change(moved)) {
            return new Result.ChangedMeanwhile(
                    store.find(command.id(), command.by().visible()).orElseThrow());
        }
        register.changed(moved.provider());
        log.atInfo()
                .addKeyValue("actionId", moved.id())
                .addKeyValue("state", moved.state().word())
                .log("Improvement moved");
        return new Result.Moved(moved);
    }

    private List<FieldError> reasonErrors(ActionState to, String reason) {
        if (to.needsReason() && reason.isEmpty()) {
            String words = to == ActionState.DONE ? "what was done" : "a reason";
            return List.of(new FieldError("reason", "reason-missing", "Enter " + words));
        }
        if (reason.codePointCount(0, reason.length()) > limits.textLengthInCharacters()) {
            return List.of(new FieldError(
                    "reason",
                    "reason-too-long",
                    "Must be %,d characters or less".formatted(limits.textLengthInCharacters())));
        }
        return List.of();
    }
}
