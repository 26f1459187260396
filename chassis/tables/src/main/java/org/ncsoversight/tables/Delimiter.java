package org.ncsoversight.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.ncsoversight.tables.workbook.Blanks;

/** What stands between the columns of a CSV file. */
enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    /** Where the headings are looked for. */
    private static final int FIRST_ROWS = 40;

    private static final String SAID = "sep=";

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(character)
                // An empty line is a row too: otherwise all below it would be told by the wrong number.
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** The one with which the headings are found; a comma where none of them tells more. */
    static Delimiter of(String start, TableShape shape) {
        return said(start).orElseGet(() -> best(start, shape));
    }

    /** Some programs say it in the first line. */
    private static Optional<Delimiter> said(String start) {
        return Arrays.stream(values())
                .filter(delimiter -> start.startsWith(SAID + delimiter.character))
                .findFirst();
    }

    /** Whether a row only says what stands between columns. */
    static boolean isSaidBy(List<String> cells) {
        return !cells.isEmpty()
                && cells.getFirst().startsWith(SAID)
                && cells.stream().skip(1).allMatch(Blanks::isBlank);
    }

    private static Delimiter best(String start, TableShape shape) {
        Delimiter best = COMMA;
        int most = COMMA.headings(start, shape);
        for (Delimiter other : List.of(SEMICOLON, TAB)) {
            int found = other.headings(start, shape);
            if (found > most) {
                best = other;
                most = found;
            }
        }
        return best;
    }

    /** How many headings one row names. */
    private int headings(String start, TableShape shape) {
        int most = 0;
        try (var parser = format().parse(new StringReader(start))) {
            var rows = parser.iterator();
            for (int i = 0; i < FIRST_ROWS && rows.hasNext(); i++) {
                CSVRecord row = rows.next();
                most = Math.max(most, shape.known(row.toList()));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException _) {
            // The start may end anywhere, and with another delimiter quotation marks stand elsewhere.
            return most;
        }
        return most;
    }
}
