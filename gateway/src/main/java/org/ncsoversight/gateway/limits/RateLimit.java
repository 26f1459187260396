package org.ncsoversight.gateway.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks a person or machine who sends more than anybody needs to wait; others do not notice. Who is unknown was already
 * counted by {@link AddressLimit} and has no place here, so that no stranger pushes anybody out of it.
 */
public final class RateLimit extends OncePerRequestFilter {

    private static final String COUNTED = RateLimit.class.getName() + ".counted";

    private final Answers troubles;
    private final Buckets people;
    private final Buckets machines;

    RateLimit(RateLimits limits, Answers troubles) {
        this.troubles = troubles;
        this.people = new Buckets(limits.person(), limits.callers());
        this.machines = new Buckets(limits.machine(), limits.callers());
    }

    /** Whether the request came from somebody known, who was counted under their own name. */
    static boolean isCounted(HttpServletRequest request) {
        return request.getAttribute(COUNTED) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bucket bucket = bucketOf(SecurityContextHolder.getContext().getAuthentication());
        if (bucket == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(COUNTED, true);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            troubles.write(request, response, Trouble.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill())));
        }
    }

    private @Nullable Bucket bucketOf(@Nullable Authentication caller) {
        return switch (caller) {
            case JwtAuthenticationToken machine -> machines.of(machine.getName());
            case OAuth2AuthenticationToken person -> people.of(person.getName());
            case null, default -> null;
        };
    }
}
