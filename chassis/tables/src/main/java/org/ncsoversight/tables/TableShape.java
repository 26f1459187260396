package org.ncsoversight.tables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ncsoversight.tables.workbook.Blanks;

/** The columns of one kind of table, found by their headings however those are spaced and capitalised. */
public final class TableShape {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}_]+");

    private final List<TableColumn> columns;
    private final Map<String, TableColumn> byHeading = new HashMap<>();

    public TableShape(List<TableColumn> columns) {
        this.columns = List.copyOf(columns);
        for (TableColumn column : columns) {
            byHeading.putIfAbsent(key(column.name()), column);
        }
        for (TableColumn column : columns) {
            column.alsoCalled().forEach(heading -> byHeading.putIfAbsent(key(heading), column));
        }
    }

    Optional<TableColumn> column(String heading) {
        return Optional.ofNullable(byHeading.get(key(heading)));
    }

    /** How many of the columns a row of headings names. */
    int known(List<String> headings) {
        return named(headings).size();
    }

    /** The columns without which a table is refused and that a row of headings does not name. */
    List<String> missing(List<String> headings) {
        Set<String> named = named(headings);
        return columns.stream()
                .filter(TableColumn::needed)
                .map(TableColumn::name)
                .filter(name -> !named.contains(name))
                .toList();
    }

    private Set<String> named(List<String> headings) {
        Set<String> named = new HashSet<>();
        headings.forEach(heading -> column(heading).ifPresent(column -> named.add(column.name())));
        return named;
    }

    private static String key(String heading) {
        String visible = INVISIBLE.matcher(heading).replaceAll("");
        return GAP.matcher(Blanks.strip(visible)).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
