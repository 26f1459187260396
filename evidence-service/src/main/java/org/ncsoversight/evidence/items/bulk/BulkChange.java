package org.ncsoversight.evidence.items.bulk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.evidence.items.intake.Reason;
import org.ncsoversight.evidence.items.intake.SubmissionLimits;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;
import org.springframework.stereotype.Component;

/** Works on many items, each for itself: one that is refused keeps no other from being changed. */
@Component
class BulkChange {

    private final Map<BulkAction, EachItem> actions = new EnumMap<>(BulkAction.class);
    private final BulkLimits limits;
    private final SubmissionLimits submissionLimits;

    BulkChange(List<EachItem> actions, BulkLimits limits, SubmissionLimits submissionLimits) {
        actions.forEach(action -> this.actions.put(action.action(), action));
        this.limits = limits;
        this.submissionLimits = submissionLimits;
    }

    /** What is wrong with the wish as a whole. */
    List<FieldError> errors(BulkCommand command) {
        var errors = new ArrayList<FieldError>();
        if (command.items().isEmpty()) {
            errors.add(new FieldError("items", "items-missing", "Select at least one item"));
        }
        if (command.items().size() > limits.items()) {
            errors.add(new FieldError(
                    "items", "items-too-many", "You can select up to %d items at a time".formatted(limits.items())));
        }
        return List.copyOf(errors);
    }

    /** What is missing before it can be carried out. */
    List<FieldError> errorsInDetails(BulkCommand command) {
        var errors = new ArrayList<FieldError>();
        ownerProblem(command).ifPresent(errors::add);
        Reason.problem(command.reason()).ifPresent(errors::add);
        return List.copyOf(errors);
    }

    private Optional<FieldError> ownerProblem(BulkCommand command) {
        if (command.action() != BulkAction.REASSIGN) {
            return Optional.empty();
        }
        String owner = Text.clean(command.owner());
        int limit = submissionLimits.ownerLengthInCharacters();
        if (owner.isEmpty()) {
            return Optional.of(new FieldError("owner", "owner-missing", "Enter the user name of the new owner"));
        }
        return owner.codePointCount(0, owner.length()) <= limit
                ? Optional.empty()
                : Optional.of(new FieldError(
                        "owner", "owner-too-long", "User name must be %d characters or less".formatted(limit)));
    }

    List<Outcome> look(BulkCommand command) {
        return command.items().stream()
                .map(item -> action(command).look(item, command))
                .toList();
    }

    List<Outcome> carryOut(BulkCommand command) {
        return command.items().stream()
                .map(item -> action(command).act(item, command))
                .toList();
    }

    private EachItem action(BulkCommand command) {
        EachItem action = actions.get(command.action());
        if (action == null) {
            throw new IllegalStateException("nobody does " + command.action());
        }
        return action;
    }
}
