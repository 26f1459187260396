package org.ncsoversight.outcomes.file;

import static org.ncsoversight.outcomes.file.Column.ACTION_PLAN_ID;
import static org.ncsoversight.outcomes.file.Column.CUSTOMER_ID;
import static org.ncsoversight.outcomes.file.Column.DATE_OF_BIRTH;
import static org.ncsoversight.outcomes.file.Column.OUTCOME_EFFECTIVE_DATE;
import static org.ncsoversight.outcomes.file.Column.OUTCOME_ID;
import static org.ncsoversight.outcomes.file.Column.OUTCOME_PRIORITY_CUSTOMER;
import static org.ncsoversight.outcomes.file.Column.OUTCOME_TYPE;
import static org.ncsoversight.outcomes.file.Column.SESSION_DATE;
import static org.ncsoversight.outcomes.file.Column.SUB_CONTRACTOR_ID;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.outcomes.model.AgeBand;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.outcomes.model.CollectionYear;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.model.Ukprn;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.TableDates;

/** Reads the cells of one row, noting each fault and going on. */
final class RowReader {

    private static final int YOUNGEST_CLIENT_IN_YEARS = 13;

    private final RowContext context;
    private final int row;
    private final Map<Column, String> cells;
    private final List<BadRow> faults = new ArrayList<>(2);

    RowReader(RowContext context, int row, Map<Column, String> cells) {
        this.context = context;
        this.row = row;
        this.cells = cells;
    }

    List<BadRow> faults() {
        return faults;
    }

    /** Empty when the row has a fault. */
    Optional<Claim> read() {
        String customer = code(CUSTOMER_ID);
        String actionPlan = code(ACTION_PLAN_ID);
        String outcome = code(OUTCOME_ID);
        var type = cell(OUTCOME_TYPE, OutcomeType::of, RowFault.UNKNOWN_OUTCOME_TYPE);
        var priority = cell(OUTCOME_PRIORITY_CUSTOMER, Cells::yesOrNo, RowFault.MALFORMED_PRIORITY);
        var session = pastDate(SESSION_DATE);
        var effective = pastDate(OUTCOME_EFFECTIVE_DATE);
        var born = dateOfBirth();
        var provider = effective == null ? null : provider(effective);
        if (session != null && effective != null && type != null) {
            checkWindow(session, effective, type);
        }
        if (!faults.isEmpty()
                || type == null
                || priority == null
                || session == null
                || effective == null
                || provider == null) {
            return Optional.empty();
        }
        return Optional.of(new Claim(
                idOf(provider, customer, actionPlan, outcome, effective),
                0,
                provider,
                context.touchpoint(),
                context.pseudonyms().client(customer),
                born == null ? AgeBand.UNKNOWN : AgeBand.on(effective, born),
                type,
                priority,
                session,
                effective));
    }

    private ClaimId idOf(Ukprn provider, String customer, String actionPlan, String outcome, LocalDate effective) {
        return context.pseudonyms()
                .claim(
                        provider.value(),
                        context.touchpoint().value(),
                        customer,
                        actionPlan,
                        outcome,
                        CollectionYear.of(effective).value());
    }

    private void checkWindow(LocalDate session, LocalDate effective, OutcomeType type) {
        if (effective.isBefore(session)) {
            fault(OUTCOME_EFFECTIVE_DATE, RowFault.EFFECTIVE_BEFORE_SESSION);
        } else if (effective.isAfter(session.plusMonths(type.windowInMonths()))) {
            fault(OUTCOME_EFFECTIVE_DATE, RowFault.OUTSIDE_WINDOW);
        }
    }

    private @Nullable LocalDate dateOfBirth() {
        if (text(DATE_OF_BIRTH).isEmpty()) {
            return null;
        }
        var born = pastDate(DATE_OF_BIRTH);
        if (born != null && born.isAfter(context.today().minusYears(YOUNGEST_CLIENT_IN_YEARS))) {
            fault(DATE_OF_BIRTH, RowFault.TOO_YOUNG);
        }
        return born;
    }

    private @Nullable Ukprn provider(LocalDate date) {
        String text = text(SUB_CONTRACTOR_ID);
        var named = Ukprn.of(text);
        if (!text.isEmpty() && named.isEmpty()) {
            return fault(SUB_CONTRACTOR_ID, RowFault.MALFORMED_SUBCONTRACTOR);
        }
        var contract = context.contracts().on(context.touchpoint(), date);
        if (contract.isEmpty()) {
            return fault(OUTCOME_EFFECTIVE_DATE, RowFault.NO_CONTRACT);
        }
        var provider = named.orElse(contract.get().prime());
        var own = context.owner().organisation();
        // Asked before the contract's subcontractors are looked at, so that they cannot be found out by trying.
        if (own.isPresent()
                && !own.get().equals(contract.get().prime())
                && !own.get().equals(provider)) {
            return fault(SUB_CONTRACTOR_ID, RowFault.NOT_OWN_ORGANISATION);
        }
        return contract.get().involves(provider) ? provider : fault(SUB_CONTRACTOR_ID, RowFault.NOT_IN_CONTRACT);
    }

    private @Nullable LocalDate pastDate(Column column) {
        var date = cell(column, TableDates::of, RowFault.MALFORMED_DATE);
        if (date != null && date.isAfter(context.today())) {
            fault(column, RowFault.FUTURE_DATE);
            return null;
        }
        return date;
    }

    private String code(Column column) {
        var code = cell(column, Cells::code, RowFault.MALFORMED);
        return code == null ? "" : code;
    }

    private <T> @Nullable T cell(Column column, Function<String, Optional<T>> meaning, RowFault otherwise) {
        String text = text(column);
        if (text.isEmpty()) {
            fault(column, RowFault.MISSING);
            return null;
        }
        var value = meaning.apply(text);
        if (value.isEmpty()) {
            fault(column, otherwise);
            return null;
        }
        return value.get();
    }

    private String text(Column column) {
        return cells.getOrDefault(column, "");
    }

    private @Nullable Ukprn fault(Column column, RowFault fault) {
        faults.add(fault.at(row, column));
        return null;
    }
}
