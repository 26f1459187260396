package org.ncsoversight.criteria.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of something that stayed the same under all of them, so that the past is told in the names of its day. */
public record NameHistory(List<Entry> entries) {

    /** A name and the first day on which it applied; the first name has none, for it goes back as far as is known. */
    public record Entry(String name, Optional<LocalDate> from) {}

    public static final int MAX_NAMES = 50;
    public static final int MAX_LENGTH = 200;

    public NameHistory {
        entries = List.copyOf(entries);
        if (entries.isEmpty()
                || entries.size() > MAX_NAMES
                || entries.getFirst().from.isPresent()) {
            throw new IllegalArgumentException("The first of up to " + MAX_NAMES + " names goes back without end");
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name.isBlank() || entries.get(i).name.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("A name has 1 to " + MAX_LENGTH + " characters");
            }
            if (i > 0 && !comesAfter(entries.get(i), entries.get(i - 1))) {
                throw new IllegalArgumentException("Names follow each other by date");
            }
        }
    }

    private static boolean comesAfter(Entry later, Entry earlier) {
        return later.from
                .filter(from -> earlier.from.map(from::isAfter).orElse(true))
                .isPresent();
    }

    public static NameHistory of(String name) {
        return new NameHistory(List.of(new Entry(name, Optional.empty())));
    }

    /** The newest name. */
    public String current() {
        return entries.getLast().name;
    }

    public Optional<LocalDate> currentSince() {
        return entries.getLast().from;
    }

    public List<Entry> former() {
        return entries.subList(0, entries.size() - 1);
    }

    public String on(LocalDate day) {
        String name = entries.getFirst().name;
        for (Entry entry : entries) {
            if (entry.from.map(from -> !from.isAfter(day)).orElse(true)) {
                name = entry.name;
            }
        }
        return name;
    }

    /** Another name from this day on, up to the day of the next one. */
    public NameHistory renamed(String name, LocalDate from) {
        var all = new ArrayList<Entry>();
        for (Entry entry : entries) {
            if (entry.from.map(day -> day.isBefore(from)).orElse(true)) {
                all.add(entry);
            }
        }
        all.add(new Entry(name, Optional.of(from)));
        entries.stream()
                .filter(entry -> entry.from.map(day -> day.isAfter(from)).orElse(false))
                .forEach(all::add);
        return new NameHistory(withoutRepeats(all));
    }

    /** The newest name spelt otherwise; nothing was renamed. */
    public NameHistory corrected(String name) {
        var all = new ArrayList<>(former());
        all.add(new Entry(name, currentSince()));
        return new NameHistory(withoutRepeats(all));
    }

    private static List<Entry> withoutRepeats(List<Entry> all) {
        var kept = new ArrayList<Entry>();
        for (Entry entry : all) {
            if (kept.isEmpty() || !kept.getLast().name.equals(entry.name)) {
                kept.add(entry);
            }
        }
        return kept;
    }
}
