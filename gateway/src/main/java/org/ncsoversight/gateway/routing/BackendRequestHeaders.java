package org.ncsoversight.gateway.routing;

import java.util.Locale;
import java.util.Set;
import org.ncsoversight.gateway.PublicAddress;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/** What a part learns about a request: the caller's token and our own word on where it came from, never the session. */
@Component
class BackendRequestHeaders implements RequestHttpHeadersFilter, Ordered {

    /** Request attribute with the access token to pass on. */
    static final String TOKEN = BackendRequestHeaders.class.getName() + ".token";

    // Answers are read by us before they go on, so a part must not compress them.
    private static final Set<String> OURS =
            Set.of("cookie", "authorization", "forwarded", "x-real-ip", "accept-encoding", "expect");

    private final PublicAddress address;

    BackendRequestHeaders(PublicAddress address) {
        this.address = address;
    }

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
        var passed = new HttpHeaders();
        received.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OURS.contains(lower) && !lower.startsWith("x-forwarded-")) {
                passed.addAll(name, values);
            }
        });
        request.attribute(TOKEN).ifPresent(token -> passed.setBearerAuth((String) token));
        passed.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
        passed.set("X-Forwarded-Proto", address.url().getScheme());
        passed.set("X-Forwarded-Host", address.authority());
        passed.set("X-Forwarded-Port", String.valueOf(address.port()));
        return passed;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
