package org.ncsoversight.answers;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Versions as entity tags, so that somebody who changes what they read can say which version that was. */
public final class Versions {

    /** Weak or not, in quotes or not, with or without what else an answer depended on: the version is what counts. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,18})(?:-[0-9a-f]{1,8})?\"?");

    /** Nothing has it, so it never matches. */
    private static final long NEVER = -1;

    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version that must be the present one; empty when any will do. A tag that is not ours matches nothing. */
    public static OptionalLong expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        var matcher = TAG.matcher(ifMatch.strip());
        return OptionalLong.of(matcher.matches() ? Long.parseLong(matcher.group(1)) : NEVER);
    }

    /** For what must not happen to a version nobody looked at; the header may still say * for whatever is there. */
    public static OptionalLong stated(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(Fault.IF_MATCH_MISSING);
        }
        return expected(ifMatch);
    }

    /** A precondition that was stated and failed is 412; losing a race without one is 409. */
    public static HttpStatus statusWhenStale(@Nullable String ifMatch) {
        return ifMatch == null ? HttpStatus.CONFLICT : HttpStatus.PRECONDITION_FAILED;
    }
}
