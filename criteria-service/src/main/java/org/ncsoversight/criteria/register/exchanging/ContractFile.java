package org.ncsoversight.criteria.register.exchanging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractEntry;
import org.ncsoversight.criteria.register.model.NameHistory;
import org.ncsoversight.criteria.register.model.Profile;
import org.ncsoversight.criteria.register.model.Profile.Figure;
import org.ncsoversight.criteria.register.model.TypedNames;
import org.ncsoversight.criteria.tables.Table;
import org.ncsoversight.tables.TableColumn;
import org.ncsoversight.tables.TableColumn.Kind;
import org.ncsoversight.tables.TableRow;
import org.ncsoversight.tables.TableShape;

/** How contracts look in a file: one row each, former names of the area and figures by contract year in further columns. */
final class ContractFile {

    private static final List<String> COLUMNS =
            List.of("touchpoint", "from", "to", "area", "area_from", "prime_ukprn", "subcontractor_ukprns");
    private static final Set<String> NEEDED = Set.of("touchpoint", "from", "area", "prime_ukprn");
    private static final Set<String> DAYS = Set.of("from", "to", "area_from");
    private static final Set<String> NUMBERS = Set.of("touchpoint", "prime_ukprn");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

    private static final Map<String, String> COLUMN_OF_FIELD = Map.of(
            "areaFrom", "area_from",
            "prime", "prime_ukprn",
            "subcontractors", "subcontractor_ukprns",
            "former", "former_area_1",
            "formerFrom", "former_area_1_from");

    private ContractFile() {}

    static TableShape shape() {
        var columns = new ArrayList<TableColumn>();
        for (String name : COLUMNS) {
            Kind kind = DAYS.contains(name) ? Kind.DAY : NUMBERS.contains(name) ? Kind.DIGITS : Kind.TEXT;
            var column = TableColumn.of(name, kind);
            columns.add(NEEDED.contains(name) ? column.asNeeded() : column);
        }
        for (int i = 1; i < NameHistory.MAX_NAMES; i++) {
            columns.add(TableColumn.text("former_area_" + i));
            columns.add(TableColumn.of("former_area_" + i + "_from", Kind.DAY));
        }
        for (int year = 1; year <= Profile.MAX_YEARS; year++) {
            for (Figure figure : Figure.values()) {
                columns.add(TableColumn.of(figure.code() + "_" + year, Kind.DIGITS));
            }
        }
        return new TableShape(columns);
    }

    static String column(String field) {
        return COLUMN_OF_FIELD.getOrDefault(field, field);
    }

    /** What the file has no column for stays as it is kept. */
    static ContractEntry entry(TableRow row, Optional<Contract> kept) {
        var former = new ArrayList<TypedNames.Former>();
        for (int i = 1; i < NameHistory.MAX_NAMES; i++) {
            former.add(new TypedNames.Former(row.text("former_area_" + i), row.text("former_area_" + i + "_from")));
        }
        return new ContractEntry(
                row.text("touchpoint"),
                row.text("from"),
                row.has("to")
                        ? row.text("to")
                        : kept.flatMap(contract -> contract.period().to())
                                .map(LocalDate::toString)
                                .orElse(""),
                new TypedNames("area", "Area", row.text("area"), row.text("area_from"), former),
                row.text("prime_ukprn"),
                row.has("subcontractor_ukprns") || kept.isEmpty()
                        ? subcontractors(row.text("subcontractor_ukprns"))
                        : kept.get().subcontractors().stream().map(Ukprn::value).toList(),
                figures(row, kept.map(Contract::profile).orElse(Profile.NONE)));
    }

    private static List<String> subcontractors(String text) {
        return Arrays.stream(SEPARATOR.split(text, -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Optional<Map<Integer, Map<Figure, String>>> figures(TableRow row, Profile kept) {
        var figures = new TreeMap<Integer, Map<Figure, String>>();
        boolean any = false;
        for (int year = 1; year <= Profile.MAX_YEARS; year++) {
            var texts = new EnumMap<Figure, String>(Figure.class);
            for (Figure figure : Figure.values()) {
                String column = figure.code() + "_" + year;
                any |= row.has(column);
                texts.put(
                        figure,
                        row.cells()
                                .getOrDefault(
                                        column,
                                        kept.figure(year, figure)
                                                .map(String::valueOf)
                                                .orElse("")));
            }
            figures.put(year, texts);
        }
        return any ? Optional.of(figures) : Optional.empty();
    }

    static Table table(Collection<Contract> contracts, List<String> about) {
        int former = contracts.stream()
                .mapToInt(contract -> contract.areas().former().size())
                .max()
                .orElse(0);
        int years = contracts.stream()
                .mapToInt(contract -> contract.profile().lastYear())
                .max()
                .orElse(0);
        var columns = new ArrayList<>(COLUMNS);
        for (int i = 1; i <= former; i++) {
            columns.add("former_area_" + i);
            columns.add("former_area_" + i + "_from");
        }
        for (int year = 1; year <= years; year++) {
            for (Figure figure : Figure.values()) {
                columns.add(figure.code() + "_" + year);
            }
        }
        return new Table(
                "Contracts",
                about,
                columns,
                contracts.stream()
                        .map(contract -> cells(contract, former, years))
                        .toList());
    }

    private static List<String> cells(Contract contract, int former, int years) {
        var cells = new ArrayList<>(List.of(
                contract.touchpoint().value(),
                contract.period().from().toString(),
                text(contract.period().to()),
                contract.area(),
                text(contract.areas().currentSince()),
                contract.prime().value(),
                contract.subcontractors().stream().map(Ukprn::value).collect(Collectors.joining(" "))));
        for (int i = 0; i < former; i++) {
            Optional<NameHistory.Entry> name = i < contract.areas().former().size()
                    ? Optional.of(contract.areas().former().get(i))
                    : Optional.empty();
            cells.add(name.map(NameHistory.Entry::name).orElse(""));
            cells.add(text(name.flatMap(NameHistory.Entry::from)));
        }
        for (int year = 1; year <= years; year++) {
            for (Figure figure : Figure.values()) {
                cells.add(contract.profile()
                        .figure(year, figure)
                        .map(String::valueOf)
                        .orElse(""));
            }
        }
        return cells;
    }

    private static String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }
}
