package org.ncsoversight.evidence.planning.improving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.model.Source;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.stereotype.Component;

/** Reads what was typed of an action by the rules of its edition, and looks up the evidence it names. */
@Component
public class ReadImprovement {

    private final EvidenceStore evidence;
    private final EditionInForce inForce;
    private final ImprovementLimits limits;

    ReadImprovement(EvidenceStore evidence, EditionInForce inForce, ImprovementLimits limits) {
        this.evidence = evidence;
        this.inForce = inForce;
        this.limits = limits;
    }

    /** An action stays on the edition it was written for; a new one is for the one in force. */
    public Optional<Edition> editionOf(@Nullable ImprovementAction action) {
        return action == null
                ? inForce.edition()
                : inForce.known().stream()
                        .filter(edition ->
                                edition.code().equals(action.improvement().edition()))
                        .findFirst();
    }

    /** The due date of before may stay, even when it has gone by. */
    ImprovementRules.Outcome read(
            ImprovementInput input, Edition edition, @Nullable LocalDate dueBefore, ProposeImprovement.Author author) {
        var outcome = new ImprovementRules(limits, edition, inForce.today())
                .check(input, author.person().username(), dueBefore);
        if (outcome.improvement().stream()
                .flatMap(improvement -> improvement.sources().stream())
                .allMatch(source -> isThere(source, author))) {
            return outcome;
        }
        var errors = new ArrayList<FieldError>(outcome.errors());
        errors.add(new FieldError(
                "evidence", "evidence-unknown", "Evidence must be an item that your organisation has sent"));
        return new ImprovementRules.Outcome(Optional.empty(), errors);
    }

    private boolean isThere(Source source, ProposeImprovement.Author author) {
        return !(source instanceof Source.Item(var id))
                || evidence.find(id, author.visible())
                        .filter(item -> item.provider().equals(author.provider()))
                        .isPresent();
    }
}
