package org.ncsoversight.feedback.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.ncsoversight.tables.TableColumn;
import org.ncsoversight.tables.TableColumn.Kind;
import org.ncsoversight.tables.TableRow;
import org.ncsoversight.tables.TableShape;

/** The columns of a file of responses; their order in the file is free. */
public enum Column {
    SURVEY_ID(Kind.TEXT),
    WAVE(Kind.TEXT),
    TOUCHPOINT_ID(Kind.DIGITS),
    SUBCONTRACTOR_UKPRN(Kind.DIGITS),
    CHANNEL(Kind.DIGITS),
    RESPONSE_ID(Kind.TEXT),
    RESPONDED_ON(Kind.DAY),
    QUESTION_CODE(Kind.TEXT),
    ANSWER_CODE(Kind.DIGITS),
    WEIGHT(Kind.TEXT);

    private static final TableShape SHAPE = new TableShape(Arrays.stream(values())
            .map(column -> TableColumn.of(column.heading, column.kind).asNeeded())
            .toList());

    private final String heading = name().toLowerCase(Locale.ROOT);
    private final Kind kind;

    Column(Kind kind) {
        this.kind = kind;
    }

    public String heading() {
        return heading;
    }

    /** Of a file, which has all of them. */
    static TableShape shape() {
        return SHAPE;
    }

    static Map<Column, String> cells(TableRow row) {
        var cells = new EnumMap<Column, String>(Column.class);
        for (Column column : values()) {
            cells.put(column, row.text(column.heading));
        }
        return cells;
    }
}
