package org.ncsoversight.criteria.register.exchanging;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractEntry;
import org.ncsoversight.criteria.register.model.ContractId;
import org.ncsoversight.criteria.register.model.RegisterView;
import org.ncsoversight.criteria.register.model.Touchpoint;
import org.ncsoversight.criteria.register.model.TouchpointContracts;
import org.ncsoversight.tables.TableRow;

/** Works out what a file of contracts changes, earlier contracts of a touchpoint before later ones. */
final class PlanContracts {

    // What has no readable identity comes last, to be refused.
    private static final Comparator<TableRow> BY_CONTRACT = Comparator.comparing(
            (TableRow row) -> id(row).map(ContractId::value).orElse("~"), Comparator.naturalOrder());

    private final RegisterView register;
    private final Function<Touchpoint, TouchpointContracts> kept;
    private final BiPredicate<TouchpointContracts, Contract> save;
    private final Map<Touchpoint, TouchpointContracts> planned = new HashMap<>();
    private final Map<ContractId, Integer> rowOf = new HashMap<>();
    private final Plan plan = new Plan();

    private PlanContracts(
            RegisterView register,
            Function<Touchpoint, TouchpointContracts> kept,
            BiPredicate<TouchpointContracts, Contract> save) {
        this.register = register;
        this.kept = kept;
        this.save = save;
    }

    static Plan plan(
            List<TableRow> rows,
            RegisterView register,
            Function<Touchpoint, TouchpointContracts> kept,
            BiPredicate<TouchpointContracts, Contract> save) {
        var planning = new PlanContracts(register, kept, save);
        rows.stream().sorted(BY_CONTRACT).forEach(planning::enter);
        return planning.plan;
    }

    private static Optional<ContractId> id(TableRow row) {
        return ContractId.parse(row.text("touchpoint") + "/" + row.text("from"));
    }

    private void enter(TableRow row) {
        plan.row();
        Optional<ContractId> id = id(row);
        Optional<TouchpointContracts> whole = id.map(known -> planned.computeIfAbsent(known.touchpoint(), kept));
        Optional<Contract> before = whole.flatMap(contracts -> contracts.find(id.orElseThrow()));
        if (row.tooLong()) {
            plan.rejected(row.number(), "", "too-many-cells", "The row has more cells than there are columns");
            return;
        }
        Integer earlier =
                id.map(known -> rowOf.putIfAbsent(known, row.number())).orElse(null);
        if (earlier != null) {
            plan.rejected(row.number(), "touchpoint", "twice", "This contract stands in row " + earlier + " already");
            return;
        }
        switch (ContractFile.entry(row, before).check(register, before)) {
            case ContractEntry.Outcome.Wrong(var problems) ->
                plan.rejected(
                        row.number(),
                        problems.stream()
                                .map(problem ->
                                        Plan.badRow(row.number(), ContractFile.column(problem.field()), problem))
                                .toList());
            case ContractEntry.Outcome.Fine(var contract) -> take(row, contract, whole.orElseThrow());
        }
    }

    private void take(TableRow row, Contract candidate, TouchpointContracts contracts) {
        if (contracts.alreadyHolds(candidate)) {
            return;
        }
        Optional<Contract> overlapping = contracts.overlapping(candidate);
        if (overlapping.isPresent()) {
            plan.rejected(
                    row.number(),
                    "from",
                    "contracts-overlap",
                    "The period overlaps with contract "
                            + overlapping.get().id().value());
            return;
        }
        Contract next = contracts.next(candidate);
        TouchpointContracts after = contracts.with(next);
        planned.put(candidate.touchpoint(), after);
        if (next.version() == 1) {
            plan.creates(() -> save.test(after, next));
        } else {
            plan.changes(() -> save.test(after, next));
        }
    }
}
