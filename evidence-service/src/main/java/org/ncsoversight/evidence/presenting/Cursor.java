package org.ncsoversight.evidence.presenting;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;

/** Where a list goes on, as callers see it: nothing they could build themselves. */
public final class Cursor {

    private static final Pattern LIST_KEY = Pattern.compile("[0-9]{15}-[0-9a-f-]{36}");

    private Cursor() {}

    public static String write(String listKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(listKey.getBytes(StandardCharsets.UTF_8));
    }

    /** Null for the start of the list. */
    public static @Nullable String read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String listKey = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (LIST_KEY.matcher(listKey).matches()) {
                return listKey;
            }
        } catch (IllegalArgumentException _) {
            // Answered below.
        }
        throw Problem.invalid(List.of(new FieldError("after", "after-not-a-cursor", "Not a cursor of this list")));
    }
}
