package org.ncsoversight.evidence.registers.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stands in a row, by column, each in the form its column keeps; an empty cell is not in it. */
public record Cells(SortedMap<String, String> values) {

    public Cells {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        if (values.containsValue("")) {
            throw new IllegalArgumentException("an empty cell is not kept");
        }
    }

    public static Cells of(Map<String, String> values) {
        var kept = new TreeMap<>(values);
        kept.values().removeIf(String::isEmpty);
        return new Cells(kept);
    }

    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** Empty text for an empty cell. */
    public String text(String column) {
        return values.getOrDefault(column, "");
    }

    public Optional<LocalDate> day(String column) {
        return Optional.ofNullable(values.get(column)).map(LocalDate::parse);
    }

    public Optional<BigDecimal> number(String column) {
        return Optional.ofNullable(values.get(column)).map(BigDecimal::new);
    }
}
