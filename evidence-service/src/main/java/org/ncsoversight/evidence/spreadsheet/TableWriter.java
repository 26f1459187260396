package org.ncsoversight.evidence.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a table row by row. */
interface TableWriter extends Closeable {

    /** What stands above the table. */
    void preamble(String title, List<Spreadsheet.Setting> settings) throws IOException;

    void headings(List<String> headings) throws IOException;

    void row(List<@Nullable Object> cells) throws IOException;
}
