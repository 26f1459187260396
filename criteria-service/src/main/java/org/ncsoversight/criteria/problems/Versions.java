package org.ncsoversight.criteria.problems;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags, so that somebody who changes what they read can say which version that was. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");
    private static final long NEVER = -1;

    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The version that must be the present one; a tag that is not ours matches nothing. */
    public static OptionalLong expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return OptionalLong.empty();
        }
        var matcher = TAG.matcher(ifMatch);
        return OptionalLong.of(matcher.matches() ? Long.parseLong(matcher.group(1)) : NEVER);
    }
}
