package org.ncsoversight.criteria.register.exchanging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ncsoversight.criteria.register.model.NameHistory;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.ProviderEntry;
import org.ncsoversight.criteria.register.model.ProviderEntry.TypedSuccession;
import org.ncsoversight.criteria.register.model.TypedNames;
import org.ncsoversight.criteria.register.model.accreditation.Accreditation;
import org.ncsoversight.criteria.tables.Table;
import org.ncsoversight.tables.TableColumn;
import org.ncsoversight.tables.TableColumn.Kind;
import org.ncsoversight.tables.TableRow;
import org.ncsoversight.tables.TableShape;

/** How providers look in a file: one row each, former names in further columns, oldest first. */
final class ProviderFile {

    private static final List<String> COLUMNS =
            List.of("ukprn", "name", "name_from", "kind", "succeeded_by", "succeeded_on", "accreditation_review_due");
    private static final Set<String> NEEDED = Set.of("ukprn", "name", "kind");
    private static final Set<String> NUMBERS = Set.of("ukprn", "succeeded_by");

    private static final Map<String, String> COLUMN_OF_FIELD = Map.of(
            "nameFrom", "name_from",
            "by", "succeeded_by",
            "on", "succeeded_on",
            "former", "former_name_1",
            "formerFrom", "former_name_1_from");

    private ProviderFile() {}

    /** The day of the review is told for reading only; it is computed, so an import passes over it. */
    static TableShape shape() {
        var columns = new ArrayList<TableColumn>();
        for (String name : COLUMNS) {
            Kind kind = name.endsWith("_from") || name.endsWith("_on") || name.endsWith("_due")
                    ? Kind.DAY
                    : NUMBERS.contains(name) ? Kind.DIGITS : Kind.TEXT;
            var column = TableColumn.of(name, kind);
            columns.add(NEEDED.contains(name) ? column.asNeeded() : column);
        }
        for (int i = 1; i < NameHistory.MAX_NAMES; i++) {
            columns.add(TableColumn.text("former_name_" + i));
            columns.add(TableColumn.of("former_name_" + i + "_from", Kind.DAY));
        }
        return new TableShape(columns);
    }

    static String column(String field) {
        return COLUMN_OF_FIELD.getOrDefault(field, field);
    }

    static ProviderEntry entry(TableRow row) {
        var former = new ArrayList<TypedNames.Former>();
        for (int i = 1; i < NameHistory.MAX_NAMES; i++) {
            former.add(new TypedNames.Former(row.text("former_name_" + i), row.text("former_name_" + i + "_from")));
        }
        boolean tellsMergers = row.has("succeeded_by") || row.has("succeeded_on");
        return new ProviderEntry(
                row.text("ukprn"),
                new TypedNames("name", "Name", row.text("name"), row.text("name_from"), former),
                row.text("kind"),
                tellsMergers
                        ? Optional.of(new TypedSuccession(row.text("succeeded_by"), row.text("succeeded_on")))
                        : Optional.empty());
    }

    static Table table(Collection<Provider> providers, List<String> about) {
        int former = providers.stream()
                .mapToInt(provider -> provider.names().former().size())
                .max()
                .orElse(0);
        var columns = new ArrayList<>(COLUMNS);
        for (int i = 1; i <= former; i++) {
            columns.add("former_name_" + i);
            columns.add("former_name_" + i + "_from");
        }
        return new Table(
                "Providers",
                about,
                columns,
                providers.stream().map(provider -> cells(provider, former)).toList());
    }

    private static List<String> cells(Provider provider, int former) {
        var cells = new ArrayList<>(List.of(
                provider.ukprn().value(),
                provider.name(),
                text(provider.names().currentSince()),
                provider.kind().code(),
                provider.succeededBy().map(merger -> merger.by().value()).orElse(""),
                provider.succeededBy().map(merger -> merger.on().toString()).orElse(""),
                text(provider.accreditation().map(Accreditation::reviewDue))));
        for (int i = 0; i < former; i++) {
            Optional<NameHistory.Entry> name = i < provider.names().former().size()
                    ? Optional.of(provider.names().former().get(i))
                    : Optional.empty();
            cells.add(name.map(NameHistory.Entry::name).orElse(""));
            cells.add(text(name.flatMap(NameHistory.Entry::from)));
        }
        return cells;
    }

    private static String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }
}
