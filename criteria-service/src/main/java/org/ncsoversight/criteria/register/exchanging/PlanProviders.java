package org.ncsoversight.criteria.register.exchanging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.ProviderEntry;
import org.ncsoversight.criteria.register.model.RegisterView;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.TableRow;

/** Works out what a file of providers changes; rows may name each other in any order. */
final class PlanProviders implements RegisterView {

    private final RegisterView kept;
    private final LocalDate today;
    private final Map<Ukprn, Provider> planned = new LinkedHashMap<>();
    private final Map<Ukprn, Integer> rowOf = new LinkedHashMap<>();
    private final Map<Integer, List<BadRow>> wrong = new LinkedHashMap<>();

    private PlanProviders(RegisterView kept, LocalDate today) {
        this.kept = kept;
        this.today = today;
    }

    /** Writes are handed what to add or, as the next version, to replace. */
    static Plan plan(
            List<TableRow> rows,
            RegisterView kept,
            LocalDate today,
            Predicate<Provider> add,
            Predicate<Provider> replace) {
        return new PlanProviders(kept, today).plan(rows, add, replace);
    }

    private Plan plan(List<TableRow> rows, Predicate<Provider> add, Predicate<Provider> replace) {
        // Names first, mergers after: a provider may be merged into one that stands further down.
        for (TableRow row : rows) {
            enter(row);
        }
        for (TableRow row : rows) {
            merge(row);
        }
        var plan = new Plan();
        rows.forEach(_ -> plan.row());
        wrong.forEach(plan::rejected);
        planned.forEach((ukprn, provider) -> {
            Optional<Provider> before = kept.provider(ukprn);
            if (before.isEmpty()) {
                var first = version(provider, 1);
                plan.creates(() -> add.test(first));
            } else if (!before.get().saysTheSameAs(provider)) {
                var next = version(provider, before.get().version() + 1);
                plan.changes(() -> replace.test(next));
            }
        });
        return plan;
    }

    private void enter(TableRow row) {
        ProviderEntry entry = ProviderFile.entry(row);
        Optional<Ukprn> ukprn = Ukprn.parse(entry.ukprn());
        if (row.tooLong()) {
            wrong.put(
                    row.number(),
                    List.of(new BadRow(
                            row.number(), "", "too-many-cells", "The row has more cells than there are columns")));
        } else if (ukprn.filter(rowOf::containsKey).isPresent()) {
            wrong.put(
                    row.number(),
                    List.of(new BadRow(
                            row.number(),
                            "ukprn",
                            "twice",
                            "This UKPRN stands in row " + rowOf.get(ukprn.get()) + " already")));
        } else {
            ukprn.ifPresent(known -> rowOf.put(known, row.number()));
            take(row, new ProviderEntry(entry.ukprn(), entry.names(), entry.kind(), Optional.empty()));
        }
    }

    private void merge(TableRow row) {
        ProviderEntry entry = ProviderFile.entry(row);
        if (entry.succession().isPresent() && !wrong.containsKey(row.number())) {
            take(row, entry);
        }
    }

    private void take(TableRow row, ProviderEntry entry) {
        switch (entry.check(this, today)) {
            case ProviderEntry.Outcome.New(var provider) -> planned.put(provider.ukprn(), provider);
            case ProviderEntry.Outcome.Changed(var provider) -> planned.put(provider.ukprn(), provider);
            case ProviderEntry.Outcome.Same(var provider) -> planned.put(provider.ukprn(), provider);
            case ProviderEntry.Outcome.Wrong(var problems) -> {
                Ukprn.parse(entry.ukprn()).ifPresent(planned::remove);
                wrong.put(row.number(), badRows(row, problems));
            }
        }
    }

    private static List<BadRow> badRows(TableRow row, List<FieldError> problems) {
        var rows = new ArrayList<BadRow>();
        problems.forEach(problem -> rows.add(Plan.badRow(row.number(), ProviderFile.column(problem.field()), problem)));
        return rows;
    }

    private static Provider version(Provider provider, long version) {
        return new Provider(
                provider.ukprn(), version, provider.names(), provider.kind(), provider.steps(), provider.succeededBy());
    }

    @Override
    public Optional<Provider> provider(Ukprn ukprn) {
        return Optional.ofNullable(planned.get(ukprn)).or(() -> kept.provider(ukprn));
    }

    @Override
    public boolean holdsContracts(Ukprn ukprn) {
        return kept.holdsContracts(ukprn);
    }

    @Override
    public boolean takesPartFrom(Ukprn ukprn, LocalDate day) {
        return kept.takesPartFrom(ukprn, day);
    }
}
