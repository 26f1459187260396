package org.ncsoversight.evidence.planning.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;

/**
 * Narrows a list of improvement actions; what is null is not asked for.
 *
 * @param overdueOn only what is overdue on this day
 */
public record ImprovementFilter(
        @Nullable ProviderId provider,
        @Nullable CriterionCode criterion,
        @Nullable ActionState state,
        @Nullable String owner,
        @Nullable LocalDate overdueOn) {

    public boolean accepts(ImprovementAction action) {
        return (provider == null || provider.equals(action.provider()))
                && (criterion == null || action.improvement().criteria().contains(criterion))
                && (state == null || state == action.state())
                && (owner == null || owner.equals(action.improvement().owner()))
                && (overdueOn == null || action.isOverdueOn(overdueOn));
    }
}
