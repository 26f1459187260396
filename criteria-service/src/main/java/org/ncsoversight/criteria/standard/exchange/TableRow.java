package org.ncsoversight.criteria.standard.exchange;

import java.util.List;
import java.util.Map;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.criteria.standard.model.CriterionCode;

/** One row of the table: its line in the file and its cells by column; an absent cell is an empty one. */
record TableRow(int line, Map<String, String> cells) {

    TableRow {
        cells = Map.copyOf(cells);
    }

    String get(String column) {
        return cells.getOrDefault(column, "");
    }

    List<CriterionCode> codes(String column) throws DamagedFile {
        return read(() -> words(column).stream().map(CriterionCode::of).toList());
    }

    CriterionCode code(String column) throws DamagedFile {
        return read(() -> CriterionCode.of(get(column)));
    }

    List<String> words(String column) {
        String text = get(column);
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** What a reader makes of this row; what it cannot read is told with the line. */
    <T> T read(Reader<T> reader) throws DamagedFile {
        try {
            return reader.read();
        } catch (RuntimeException e) {
            throw new DamagedFile(line, "row-not-understood", "This row cannot be read: " + e.getMessage());
        }
    }

    /** Reads something and throws what it likes when it cannot. */
    interface Reader<T> {
        T read();
    }
}
