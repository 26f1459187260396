package org.ncsoversight.evidence.registers.model;

import org.ncsoversight.evidence.registers.model.ColumnType.Reading;

/**
 * A column of a register.
 *
 * @param code stands in JSON, in files and in form fields; never changes
 * @param required whether a row without it is refused
 * @param personal whether it may name a person, so that nobody outside the provider sees it
 */
public record Column(String code, String title, String hint, ColumnType type, boolean required, boolean personal) {

    static Column required(String code, String title, String hint, ColumnType type) {
        return new Column(code, title, hint, type, true, false);
    }

    static Column optional(String code, String title, String hint, ColumnType type) {
        return new Column(code, title, hint, type, false, false);
    }

    static Column personal(String code, String title, String hint, ColumnType type) {
        return new Column(code, title, hint, type, false, true);
    }

    /** What a cell says; empty text is kept as nothing unless something is required. */
    public Reading read(String text) {
        if (text.isBlank()) {
            return required ? new Reading.Unreadable("missing", "is missing") : new Reading.Kept("");
        }
        return type.read(text);
    }

    public boolean isDay() {
        return type instanceof ColumnType.Day;
    }

    public boolean isNumber() {
        return type instanceof ColumnType.Figure;
    }

    public boolean isChoice() {
        return type instanceof ColumnType.Choice;
    }

    public boolean isLines() {
        return type instanceof ColumnType.Text text && text.lines();
    }
}
