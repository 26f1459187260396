package org.ncsoversight.outcomes.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.ncsoversight.tables.TableColumn;
import org.ncsoversight.tables.TableColumn.Kind;
import org.ncsoversight.tables.TableRow;
import org.ncsoversight.tables.TableShape;

/** The columns of a file of claims; their order in the file is free. */
public enum Column {
    CUSTOMER_ID("CustomerID", Kind.TEXT),
    DATE_OF_BIRTH("DateOfBirth", Kind.DAY),
    HOME_POST_CODE("HomePostCode", Kind.TEXT),
    ACTION_PLAN_ID("ActionPlanId", Kind.TEXT),
    SESSION_DATE("SessionDate", Kind.DAY),
    SUB_CONTRACTOR_ID("SubContractorId", Kind.DIGITS),
    ADVISER_NAME("AdviserName", Kind.TEXT),
    OUTCOME_ID("OutcomeId", Kind.TEXT),
    OUTCOME_TYPE("OutcomeType", Kind.DIGITS),
    OUTCOME_EFFECTIVE_DATE("OutcomeEffectiveDate", Kind.DAY),
    OUTCOME_PRIORITY_CUSTOMER("OutcomePriorityCustomer", Kind.DIGITS);

    private static final TableShape SHAPE = new TableShape(Arrays.stream(values())
            .map(column -> TableColumn.of(column.heading, column.kind).asNeeded())
            .toList());

    private final String heading;
    private final Kind kind;

    Column(String heading, Kind kind) {
        this.heading = heading;
        this.kind = kind;
    }

    public String heading() {
        return heading;
    }

    /** Of a file, which has all of them. */
    static TableShape shape() {
        return SHAPE;
    }

    static Map<Column, String> cells(TableRow row) {
        var cells = new EnumMap<Column, String>(Column.class);
        for (Column column : values()) {
            cells.put(column, row.text(column.heading));
        }
        return cells;
    }
}
