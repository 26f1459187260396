package org.ncsoversight.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The page somebody wanted to see before they had to sign in, told in the address that starts signing in. */
final class WantedPage {

    private static final String NAME = "to";

    /** Fits into a cookie with all the rest. */
    private static final int LONGEST = 1_500;

    private static final Pattern OF_OURS = Pattern.compile("/[\\x21-\\x7e]*");

    private WantedPage() {}

    /** The start of signing in that leads back to the page, unless its address is too long to remember. */
    static String startingWith(String pathAndQuery) {
        return pathAndQuery.length() > LONGEST
                ? SignIn.START
                : SignIn.START + "?" + NAME + "="
                        + UriUtils.encode(pathAndQuery, java.nio.charset.StandardCharsets.UTF_8);
    }

    static Optional<String> in(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return Optional.empty();
        }
        String raw = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst(NAME);
        return Optional.ofNullable(raw).flatMap(WantedPage::decoded).filter(WantedPage::isOurs);
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(UriUtils.decode(text, java.nio.charset.StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // It is put behind our own origin, so a path cannot lead elsewhere.
    private static boolean isOurs(String wanted) {
        return wanted.length() <= LONGEST && OF_OURS.matcher(wanted).matches();
    }
}
