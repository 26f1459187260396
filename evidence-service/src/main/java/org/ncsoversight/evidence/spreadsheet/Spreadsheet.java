package org.ncsoversight.evidence.spreadsheet;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as it stands on the screen, to be taken away: what it is, how it was narrowed, and its columns.
 *
 * @param filter every setting that narrows the list, in the words of the page; empty says that all is there
 */
public record Spreadsheet<T>(String title, List<Setting> filter, List<Column<T>> columns) {

    /** One setting of a filter, for example State and Accepted. */
    public record Setting(String name, String value) {}

    /**
     * One column: its heading, and what stands in it for a row. Numbers, dates and instants stay what they are;
     * null is an empty cell; all else is text.
     */
    public record Column<T>(String heading, Function<T, @Nullable Object> cell) {}

    public Spreadsheet {
        filter = List.copyOf(filter);
        columns = List.copyOf(columns);
    }
}
