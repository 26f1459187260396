package org.ncsoversight.evidence.registers.registering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.registers.model.Cells;
import org.ncsoversight.evidence.registers.model.Column;
import org.ncsoversight.evidence.registers.model.ColumnType.Choice;
import org.ncsoversight.evidence.registers.model.RegisterMeasure;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.model.Shown;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which rows are wanted; empty text asks for nothing.
 *
 * @param text stands in any visible cell
 * @param choices by column, the word it must hold
 * @param missing the measure that the row falls short of
 * @param removed rows taken off the list instead of those on it
 */
public record RowQuery(RegisterView view, String text, Map<String, String> choices, String missing, boolean removed) {

    public static RowQuery of(RegisterView view, MultiValueMap<String, String> asked) {
        var errors = new ArrayList<FieldError>();
        var choices = new LinkedHashMap<String, String>();
        for (Column column : view.columns()) {
            String word = one(asked, column.code());
            if (column.type() instanceof Choice choice && !word.isEmpty()) {
                choices.put(column.code(), word);
                if (choice.title(word).isEmpty()) {
                    errors.add(view.register().error(column.code(), "unknown", "must be one of those listed"));
                }
            }
        }
        String missing = one(asked, "missing");
        if (!missing.isEmpty() && view.register().measure(missing).isEmpty()) {
            errors.add(new FieldError("missing", "missing-unknown", "There is no such measure of this register"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(List.copyOf(errors));
        }
        return new RowQuery(
                view,
                one(asked, "text"),
                choices,
                missing,
                one(asked, "removed").equals("true"));
    }

    private static String one(MultiValueMap<String, String> asked, String name) {
        return Objects.requireNonNullElse(asked.getFirst(name), "").strip();
    }

    public String choice(String column) {
        return choices.getOrDefault(column, "");
    }

    boolean accepts(Row row, LocalDate today) {
        var cells = row.cells();
        return row.removed() == removed
                && (text.isEmpty() || holdsText(cells))
                && choices.entrySet().stream()
                        .allMatch(choice -> cells.text(choice.getKey()).equals(choice.getValue()))
                && view.register()
                        .measure(missing)
                        .map(measure -> measure.isMissedBy(cells, today))
                        .orElse(true);
    }

    private boolean holdsText(Cells cells) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return view.columns().stream()
                .anyMatch(column ->
                        cells.text(column.code()).toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Asks for the same again at another address. */
    public String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        address.queryParam("provider", "{provider}");
        var values = new LinkedHashMap<String, Object>();
        values.put("provider", view.provider().ukprn());
        var asked = new LinkedHashMap<>(choices);
        asked.put("text", text);
        asked.put("missing", missing);
        asked.put("removed", removed ? "true" : "");
        asked.values().removeIf(String::isEmpty);
        asked.forEach((name, value) -> {
            address.queryParam(name, "{" + name + "}");
            values.put(name, value);
        });
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** Said in a file beside the rows it holds. */
    public String inWords() {
        var said = new ArrayList<String>();
        if (!text.isEmpty()) {
            said.add("containing “" + text + "”");
        }
        choices.forEach((code, word) -> {
            var column = view.register().column(code);
            said.add(column.title() + " “" + Shown.cell(column, word) + "”");
        });
        view.register().measure(missing).map(RegisterMeasure::title).ifPresent(title -> said.add("not: " + title));
        if (removed) {
            said.add("removed rows");
        }
        return said.isEmpty() ? "all rows" : String.join(", ", said);
    }
}
