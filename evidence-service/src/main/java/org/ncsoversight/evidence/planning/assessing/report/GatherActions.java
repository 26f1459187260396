package org.ncsoversight.evidence.planning.assessing.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.model.Report;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.planning.store.ImprovementFilter;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.springframework.stereotype.Component;

/** Finds the actions of the improvement plan for a report's criteria: what is under way, and what was done since its period began. */
@Component
public class GatherActions {

    private static final int PAGE_LENGTH = 200;

    private final ImprovementStore store;

    public GatherActions(ImprovementStore store) {
        this.store = store;
    }

    public Map<CriterionCode, List<Report.Action>> of(SelfAssessment assessment, VisibleProviders visible) {
        var filter = new ImprovementFilter(assessment.provider(), null, null, null, null);
        var actions = new HashMap<CriterionCode, List<Report.Action>>();
        @Nullable String after = null;
        do {
            var page = store.list(filter, after, PAGE_LENGTH, visible);
            page.actions().stream()
                    .filter(action -> concerns(assessment, action))
                    .forEach(action -> action.improvement()
                            .criteria()
                            .forEach(code -> actions.computeIfAbsent(code, _ -> new ArrayList<>())
                                    .add(action(action))));
            after = page.next().orElse(null);
        } while (after != null);
        return actions;
    }

    /** A code means what its own edition says. */
    private static boolean concerns(SelfAssessment assessment, ImprovementAction action) {
        var latest = England.dayOf(action.latest().at());
        return action.improvement().edition().equals(assessment.edition())
                && action.state() != ActionState.DROPPED
                && (action.state().isOpen()
                        || !latest.isBefore(assessment.period().from()));
    }

    private static Report.Action action(ImprovementAction action) {
        return new Report.Action(
                action.id().toString(),
                action.improvement().title(),
                action.state().word(),
                action.state().isOpen(),
                action.improvement().dueOn());
    }
}
