package org.ncsoversight.evidence.presenting;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The header by which a program says which version it looked at; the ETag starts with it. */
public final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("\"?([0-9]{1,18})(?:-[0-9a-f]{1,8})?\"?");

    /** No evidence has it, so it never matches. */
    private static final long NEVER = 0;

    private IfMatch() {}

    /** Null when any version will do. */
    public static @Nullable Long version(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        var version = VERSION.matcher(header.strip());
        return version.matches() ? Long.valueOf(version.group(1)) : Long.valueOf(NEVER);
    }

    /** For what must not happen to a version nobody looked at; the header may still say * for whatever is there. */
    public static @Nullable Long stated(@Nullable String header) {
        if (header == null) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "if-match-missing",
                    "Say with If-Match which version you looked at: its ETag");
        }
        return version(header);
    }

    /** A precondition that was stated and failed is 412; losing a race without one is 409. */
    public static HttpStatus statusWhenStale(@Nullable String header) {
        return header == null ? HttpStatus.CONFLICT : HttpStatus.PRECONDITION_FAILED;
    }
}
