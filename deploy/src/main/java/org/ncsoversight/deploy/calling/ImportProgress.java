package org.ncsoversight.deploy.calling;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a service has come with a file that was sent to it. */
enum ImportProgress {
    UNDER_WAY,
    DONE,
    FAILED;

    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Za-z_-]+)\"");
    private static final Set<String> STATES_UNDER_WAY = Set.of(
            "received", "waiting", "queued", "reading", "checking", "running", "writing", "committed", "applying");
    private static final Set<String> STATES_FAILED = Set.of("failed", "refused", "rejected", "interrupted");

    static ImportProgress of(HttpResponse<String> response) {
        return of(response.statusCode(), response.body());
    }

    /** A service that answers when it is done says 200 or 201; one that does not says 202, and then its state. */
    static ImportProgress of(int status, String body) {
        if (status == 202) {
            return UNDER_WAY;
        }
        Matcher said = STATE.matcher(body);
        String state = said.find() ? said.group(1).toLowerCase(Locale.ROOT) : "";
        if (STATES_FAILED.contains(state)) {
            return FAILED;
        }
        return STATES_UNDER_WAY.contains(state) ? UNDER_WAY : DONE;
    }
}
