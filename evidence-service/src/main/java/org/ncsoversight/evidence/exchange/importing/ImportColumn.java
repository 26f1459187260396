package org.ncsoversight.evidence.exchange.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.tables.TableColumn;
import org.ncsoversight.tables.TableColumn.Kind;
import org.ncsoversight.tables.TableShape;

/** The columns of a table of items, as the page explains them. */
public enum ImportColumn {
    ROW_KEY(
            null,
            false,
            "Your own key for this row. With it, a changed row is noticed; without it, every row stands for itself",
            "survey-2026-q2"),
    TITLE(Field.TITLE, true, "What it is", "Survey of clients, spring 2026"),
    STATEMENT(Field.STATEMENT, true, "What it shows. Do not name clients", "What clients said about our service"),
    VOICE(Field.VOICE, true, "manager, staff, client or partner", "client"),
    CRITERIA(Field.CRITERIA, true, "Codes of the edition in force, with semicolons between", "4.3; 1.7"),
    PERIOD_FROM(Field.PERIOD_FROM, true, "First day covered, like 2026-04-01 or 1/4/2026", "2026-04-01"),
    PERIOD_TO(Field.PERIOD_TO, true, "Last day covered; not in the future", "2026-06-30"),
    REVIEW_DATE(Field.REVIEW_DATE, true, "When it should be looked at again", "2027-06-30"),
    KIND(Field.KIND, false, "document, account, data, register or link", "document"),
    CLASSIFICATION(Field.CLASSIFICATION, false, "official or official-sensitive", "official"),
    OWNER(Field.OWNER, false, "User name of the colleague who answers for it", ""),
    LINK(Field.LINK, false, "An address that starts with https://", ""),
    DOCUMENT(Field.DOCUMENT, false, "Code of a document the Standard names", ""),
    THREADS(Field.THREADS, false, "Ids of golden threads, with semicolons between", ""),
    FILES(null, false, "Names of files in the ZIP, with semicolons between", "survey.pdf; figures.csv");

    private final @Nullable Field field;
    private final boolean required;
    private final String explanation;
    private final String example;

    ImportColumn(@Nullable Field field, boolean required, String explanation, String example) {
        this.field = field;
        this.required = required;
        this.explanation = explanation;
        this.example = example;
    }

    public String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean required() {
        return required;
    }

    public String explanation() {
        return explanation;
    }

    public String example() {
        return example;
    }

    Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    /** Whether several values may stand in one cell. */
    boolean isList() {
        return this == CRITERIA || this == THREADS || this == FILES;
    }

    /** The column to blame for an error in a field of an item. */
    static String headingOf(String fieldWord) {
        return Arrays.stream(values())
                .filter(column -> column.field != null && column.field.word().equals(fieldWord))
                .findFirst()
                .map(ImportColumn::heading)
                .orElse(fieldWord);
    }

    /** Of a table, whose columns may stand in any order. */
    static TableShape shape() {
        return new TableShape(Arrays.stream(values())
                .map(column -> {
                    var one = TableColumn.of(column.heading(), column.isDay() ? Kind.DAY : Kind.TEXT);
                    return column.required() ? one.asNeeded() : one;
                })
                .toList());
    }

    private boolean isDay() {
        return this == PERIOD_FROM || this == PERIOD_TO || this == REVIEW_DATE;
    }

    static List<String> headings() {
        return Arrays.stream(values()).map(ImportColumn::heading).collect(Collectors.toUnmodifiableList());
    }
}
