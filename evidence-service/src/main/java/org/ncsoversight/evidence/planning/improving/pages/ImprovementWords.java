package org.ncsoversight.evidence.planning.improving.pages;

import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.model.Source;
import org.springframework.stereotype.Component;

/** How pages write the states and sources of improvement actions; templates know it as {@code @improvementWords}. */
@Component("improvementWords")
public class ImprovementWords {

    public String state(ActionState state) {
        return inWords(state);
    }

    static String inWords(ActionState state) {
        return switch (state) {
            case PROPOSED -> "Proposed";
            case AGREED -> "Agreed";
            case IN_PROGRESS -> "In progress";
            case DONE -> "Done";
            case VERIFIED -> "Verified";
            case REOPENED -> "Reopened";
            case DROPPED -> "Dropped";
        };
    }

    public String tag(ActionState state) {
        return switch (state) {
            case PROPOSED -> "govuk-tag--grey";
            case AGREED -> "govuk-tag--light-blue";
            case IN_PROGRESS -> "govuk-tag--blue";
            case DONE -> "govuk-tag--turquoise";
            case VERIFIED -> "govuk-tag--green";
            case REOPENED -> "govuk-tag--orange";
            case DROPPED -> "govuk-tag--grey";
        };
    }

    public String step(ImprovementAction.Step step) {
        return step.edited() ? "Changed" : state(step.state());
    }

    public String source(Source source) {
        return ImprovementSheet.words(source);
    }
}
