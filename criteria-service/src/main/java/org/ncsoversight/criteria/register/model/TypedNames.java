package org.ncsoversight.criteria.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of a provider or an area as typed or sent.
 *
 * @param from since when the name applies; when empty, a name that differs is the present one spelt otherwise
 * @param former the names before it, oldest first; when there are any, they and the name are the whole history
 */
public record TypedNames(String field, String label, String name, String from, List<Former> former) {

    /** A name before the present one; only the first may be without a day. */
    public record Former(String name, String from) {}

    public static TypedNames of(String field, String label, String name, String from) {
        return new TypedNames(field, label, name, from, List.of());
    }

    /** The history as it will be, or what is wrong with it. */
    Optional<NameHistory> read(Optional<NameHistory> kept, Typed typed) {
        Optional<String> current = typed.name(field, label, name, "Enter the name");
        Optional<LocalDate> since = typed.date(field + "From", "From", from);
        if (former.stream().anyMatch(earlier -> !earlier.name.isBlank() || !earlier.from.isBlank())) {
            return whole(current, since, typed);
        }
        if (current.isEmpty() || (since.isEmpty() && !from.isBlank())) {
            return Optional.empty();
        }
        if (kept.isEmpty()) {
            return Optional.of(NameHistory.of(current.get()));
        }
        NameHistory names = kept.get();
        if (since.isEmpty()) {
            return Optional.of(names.corrected(current.get()));
        }
        if (names.entries().size() == NameHistory.MAX_NAMES && !names.current().equals(current.get())) {
            typed.wrong(field, "too-many", "There can be up to " + NameHistory.MAX_NAMES + " names");
            return Optional.empty();
        }
        return Optional.of(names.renamed(current.get(), since.get()));
    }

    private Optional<NameHistory> whole(Optional<String> current, Optional<LocalDate> since, Typed typed) {
        var entries = new ArrayList<NameHistory.Entry>();
        for (Former earlier : former) {
            if (!earlier.name.isBlank() || !earlier.from.isBlank()) {
                Optional<String> its = typed.name("former", "Former name", earlier.name, "Enter the former name");
                Optional<LocalDate> day = typed.date("formerFrom", "From", earlier.from);
                its.ifPresent(text -> entries.add(new NameHistory.Entry(text, day)));
            }
        }
        current.ifPresent(text -> entries.add(new NameHistory.Entry(text, since)));
        if (!typed.fine()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NameHistory(entries));
        } catch (IllegalArgumentException _) {
            typed.wrong(
                    field + "From",
                    "not-in-order",
                    "The first name has no date, and each later name has one after the name before");
            return Optional.empty();
        }
    }
}
