package org.ncsoversight.criteria.register.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a contract is expected to reach in each of its years, counted from its first day; a year may say nothing. */
public record Profile(SortedMap<Integer, Map<Figure, Integer>> years) {

    /** What is counted. */
    public enum Figure {
        CUSTOMERS("customers", "Customers"),
        CAREER_MANAGEMENT("career_management", "Career management outcomes"),
        JOB_OUTCOMES("job_outcomes", "Job outcomes"),
        LEARNING_OUTCOMES("learning_outcomes", "Learning outcomes");

        private final String code;
        private final String label;

        Figure(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public static Optional<Figure> parse(String code) {
            return Arrays.stream(values())
                    .filter(figure -> figure.code.equals(code))
                    .findFirst();
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    public static final Profile NONE = new Profile(new TreeMap<>());
    public static final int MAX_YEARS = 10;
    public static final int MAX_FIGURE = 99_999_999;

    public Profile {
        var copy = new TreeMap<Integer, Map<Figure, Integer>>();
        years.forEach((year, figures) -> {
            if (year < 1 || year > MAX_YEARS) {
                throw new IllegalArgumentException("A profile has years 1 to " + MAX_YEARS);
            }
            if (figures.values().stream().anyMatch(figure -> figure < 0 || figure > MAX_FIGURE)) {
                throw new IllegalArgumentException("A figure is 0 to " + MAX_FIGURE);
            }
            if (!figures.isEmpty()) {
                copy.put(year, Collections.unmodifiableMap(new EnumMap<>(figures)));
            }
        });
        years = Collections.unmodifiableSortedMap(copy);
    }

    public Optional<Integer> figure(int year, Figure figure) {
        return Optional.ofNullable(years.getOrDefault(year, Map.of()).get(figure));
    }

    public int lastYear() {
        return years.isEmpty() ? 0 : years.lastKey();
    }
}
