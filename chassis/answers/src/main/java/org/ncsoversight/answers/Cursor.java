package org.ncsoversight.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a list goes on, as callers see it: nothing they could build themselves. The parameter is called {@code after}. */
public final class Cursor {

    public static final String PARAMETER = "after";

    private Cursor() {}

    public static String write(String listKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(listKey.getBytes(UTF_8));
    }

    /** Empty for the start of the list; refused when the list has no keys of that form. */
    public static Optional<String> read(@Nullable String cursor, Pattern keys) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(decoded(cursor)
                .filter(key -> keys.matcher(key).matches())
                .orElseThrow(() -> Problem.invalid(PARAMETER, "after-not-a-cursor", "Not a cursor of this list")));
    }

    private static Optional<String> decoded(String cursor) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
