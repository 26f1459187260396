package org.ncsoversight.gateway.routing;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Keeps what only the gateway may say (cookies, security headers) out of a part's answer, and its own address too. A
 * content policy of a part stands beside ours: browsers hold to both.
 */
@Component
class BackendResponseHeaders implements ResponseHttpHeadersFilter, Ordered {

    private static final Set<String> OURS = Set.of(
            "set-cookie",
            "set-cookie2",
            "server",
            "x-powered-by",
            "content-security-policy-report-only",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "strict-transport-security",
            "pragma",
            "expires");

    private final Set<String> authorities;

    BackendResponseHeaders(Backends backends) {
        this.authorities = Arrays.stream(Part.values())
                .map(part -> backends.of(part).getAuthority())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerResponse response) {
        var passed = new HttpHeaders();
        received.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OURS.contains(lower) && !lower.startsWith("access-control-")) {
                passed.addAll(name, values);
            }
        });
        URI location = passed.getLocation();
        if (location != null && location.getAuthority() != null && authorities.contains(location.getAuthority())) {
            passed.set(HttpHeaders.LOCATION, withoutAuthority(location));
        }
        return passed;
    }

    private static String withoutAuthority(URI location) {
        return location.getRawPath() + prefixed("?", location.getRawQuery()) + prefixed("#", location.getRawFragment());
    }

    private static String prefixed(String prefix, @Nullable String text) {
        return text == null ? "" : prefix + text;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
