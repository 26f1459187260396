package org.ncsoversight.gateway.limits;

import static java.util.Objects.requireNonNull;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything and counts, for each address, what is asked by nobody we know. Signed-in people and good
 * tokens are counted by {@link RateLimit} for each of them, because many people share an address.
 */
final class AddressLimit extends OncePerRequestFilter {

    /** What strangers ask for costs us differently. */
    private enum Kind {
        ASSET,
        SIGN_IN,
        TOKEN,
        ANYTHING
    }

    private final Answers troubles;
    private final CallerAddress addresses;
    private final Map<Kind, Buckets> buckets = new EnumMap<>(Kind.class);

    AddressLimit(RateLimits limits, Answers troubles) {
        this.troubles = troubles;
        this.addresses = new CallerAddress(limits.trustedProxies());
        for (Kind kind : Kind.values()) {
            buckets.put(kind, new Buckets(rate(kind, limits.address()), limits.callers()));
        }
    }

    private static RateLimits.Rate rate(Kind kind, RateLimits.Address address) {
        return switch (kind) {
            case ASSET -> address.assets();
            case SIGN_IN -> address.signIn();
            case TOKEN -> address.tokens();
            case ANYTHING -> address.anything();
        };
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Kind kind = kindOf(request);
        if (kind != Kind.SIGN_IN && SignedIn.by(request)) {
            chain.doFilter(request, response);
            return;
        }
        Bucket bucket = requireNonNull(buckets.get(kind)).of(addresses.of(request));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            troubles.write(request, response, Trouble.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill())));
            return;
        }
        chain.doFilter(request, response);
        if (kind == Kind.TOKEN && RateLimit.isCounted(request)) {
            bucket.addTokens(1);
        }
    }

    private static Kind kindOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/oauth2/") || path.startsWith("/login/") || path.equals("/sign-out")) {
            return Kind.SIGN_IN;
        }
        if (path.startsWith("/assets/")) {
            return Kind.ASSET;
        }
        boolean bringsToken = path.startsWith("/api/") && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return bringsToken ? Kind.TOKEN : Kind.ANYTHING;
    }
}
