package org.ncsoversight.outcomes.file;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a file of claims; their order in the file is free. */
public enum Column {
    CUSTOMER_ID("CustomerID"),
    DATE_OF_BIRTH("DateOfBirth"),
    HOME_POST_CODE("HomePostCode"),
    ACTION_PLAN_ID("ActionPlanId"),
    SESSION_DATE("SessionDate"),
    SUB_CONTRACTOR_ID("SubContractorId"),
    ADVISER_NAME("AdviserName"),
    OUTCOME_ID("OutcomeId"),
    OUTCOME_TYPE("OutcomeType"),
    OUTCOME_EFFECTIVE_DATE("OutcomeEffectiveDate"),
    OUTCOME_PRIORITY_CUSTOMER("OutcomePriorityCustomer");

    private final String heading;

    Column(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }

    static Optional<Column> of(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.heading.equalsIgnoreCase(heading))
                .findFirst();
    }
}
