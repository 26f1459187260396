package org.ncsoversight.criteria.standard.drafting;

import java.util.List;

/** One field of a form, with what is in it. */
record Field(String name, String label, String hint, Kind kind, List<String> values, List<Option> options) {

    /** How it looks. */
    enum Kind {
        LINE,
        AREA,
        CHECKBOXES,
        RADIOS
    }

    /** One of several to choose from. */
    record Option(String value, String label) {}

    static Field line(String name, String label, String hint, String value) {
        return new Field(name, label, hint, Kind.LINE, List.of(value), List.of());
    }

    static Field area(String name, String label, String hint, String value) {
        return new Field(name, label, hint, Kind.AREA, List.of(value), List.of());
    }

    static Field checkboxes(String name, String label, String hint, List<String> values, List<Option> options) {
        return new Field(name, label, hint, Kind.CHECKBOXES, values, options);
    }

    static Field radios(String name, String label, String hint, String value, List<Option> options) {
        return new Field(name, label, hint, Kind.RADIOS, List.of(value), options);
    }

    /** The same with what was typed. */
    Field typed(Form form) {
        return new Field(
                name, label, hint, kind, kind == Kind.CHECKBOXES ? form.all(name) : List.of(form.text(name)), options);
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean chosen(String option) {
        return values.contains(option);
    }
}
