package org.ncsoversight.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;

/**
 * Who may read metrics: whoever knows the token.
 *
 * @param token as in {@code Authorization: Bearer <token>}; when it is empty nobody may
 */
@ConfigurationProperties("metrics")
record MetricsReaders(@DefaultValue("") String token) {

    private static final String BEARER = "Bearer ";

    MetricsReaders {
        if (!token.isEmpty() && token.length() < 16) {
            throw new IllegalArgumentException("METRICS_TOKEN must have at least 16 characters");
        }
    }

    boolean include(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return isThereOne()
                && authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                // Takes as long for a wrong token as for the right one.
                && MessageDigest.isEqual(
                        authorization.substring(BEARER.length()).getBytes(UTF_8), token.getBytes(UTF_8));
    }

    boolean isThereOne() {
        return !token.isEmpty();
    }

    @Override
    public String toString() {
        return "MetricsReaders[" + (isThereOne() ? "with" : "without") + " token]";
    }
}
