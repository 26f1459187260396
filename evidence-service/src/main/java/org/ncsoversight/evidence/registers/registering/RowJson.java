package org.ncsoversight.evidence.registers.registering;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.registers.model.Register;

/**
 * A row as programs send it.
 *
 * @param row an id of the sender's choice, so that sending it twice adds it once
 * @param cells by column; text, or a number where the column holds one
 */
record RowJson(
        @Nullable UUID row,
        @JsonSetter(contentNulls = Nulls.SET) @Nullable Map<String, @Nullable Object> cells) {

    /** As if it had been typed; a column the register does not have is refused, for it would be lost. */
    Map<String, String> typed(Register register) {
        var typed = new LinkedHashMap<String, String>();
        var unknown = new ArrayList<FieldError>();
        if (cells != null) {
            cells.forEach((column, value) -> {
                if (register.find(column).isEmpty()) {
                    unknown.add(new FieldError(column, "column-unknown", "This register has no such column"));
                }
                typed.put(column, text(value));
            });
        }
        if (!unknown.isEmpty()) {
            throw Problem.invalid(List.copyOf(unknown));
        }
        return typed;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            // Never spelt out: a short exponent is all it takes to fill the memory.
            default -> value.toString();
        };
    }
}
