package org.ncsoversight.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What should be looked at in a table; the same in many rows is said once. */
final class Remarks {

    private static final int MOST_KINDS = 100;

    private static final class Repeated {
        private final int firstRow;
        private final String words;
        private int times;

        Repeated(int firstRow, String words) {
            this.firstRow = firstRow;
            this.words = words;
        }

        String sentence() {
            String first = "Row %,d: %s".formatted(firstRow, words);
            return times == 1 ? first : "%s, and the like in %,d more rows".formatted(first, times - 1);
        }
    }

    private final List<String> once = new ArrayList<>();
    private final Map<String, Repeated> repeated = new LinkedHashMap<>();

    void add(String sentence) {
        once.add(sentence);
    }

    /** Something that may be so in every row; told by the first of its kind. */
    void add(int row, String kind, String words) {
        if (repeated.size() < MOST_KINDS || repeated.containsKey(kind)) {
            repeated.computeIfAbsent(kind, _ -> new Repeated(row, words)).times++;
        }
    }

    List<String> all() {
        var all = new ArrayList<>(once);
        repeated.values().forEach(remark -> all.add(remark.sentence()));
        return all;
    }
}
