package org.ncsoversight.deploy.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a soak as a table, and whether every line was kept. */
final class Report {

    private record Row(String what, String figure, String aim, boolean kept) {}

    private final List<Row> rows = new ArrayList<>();

    /** Something that is told and not judged. */
    void figure(String what, double figure, String unit) {
        rows.add(new Row(what, number(figure) + " " + unit, "", true));
    }

    /** Something that must be exactly so. */
    void line(String what, long figure, long aim) {
        rows.add(new Row(what, "" + figure, "" + aim, figure == aim));
    }

    /** Something that must not be more. */
    void atMost(String what, double figure, double aim, String unit) {
        rows.add(new Row(what, number(figure) + " " + unit, "≤ " + number(aim) + " " + unit, figure <= aim));
    }

    /** Something that must be more than nothing, or the rest has no worth. */
    void some(String what, long figure) {
        rows.add(new Row(what, "" + figure, "> 0", figure > 0));
    }

    boolean kept() {
        return rows.stream().allMatch(Row::kept);
    }

    /** In Markdown, so that it can be pasted. */
    @Override
    public String toString() {
        var text = new StringBuilder("| What | Figure | Aim | |\n|---|---|---|---|\n");
        for (Row row : rows) {
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(row.what, row.figure, row.aim, row.aim.isEmpty() ? "" : row.kept ? "kept" : "MISSED"));
        }
        return text.append(kept() ? "\nEvery line was kept.\n" : "\nNot every line was kept.\n")
                .toString();
    }

    private static String number(double figure) {
        return figure >= Long.MAX_VALUE / 1e6 / 2
                ? "never"
                : String.format(
                        Locale.ROOT, Math.abs(figure) < 100 && figure != Math.rint(figure) ? "%.1f" : "%,.0f", figure);
    }
}
