package org.ncsoversight.evidence.repeating;

import jakarta.servlet.http.HttpServletRequest;

/** What an endpoint may say about the key its request came with. */
public final class Repeats {

    private static final String SECRET = Repeats.class.getName() + ".secret";

    private Repeats() {}

    /** The answer holds something that is shown once only, so it must not be kept for a repeat. */
    public static void answerIsSecret(HttpServletRequest request) {
        request.setAttribute(SECRET, true);
    }

    static boolean isSecret(HttpServletRequest request) {
        return request.getAttribute(SECRET) != null;
    }
}
