package org.ncsoversight.gateway.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ncsoversight.gateway.trouble.Trouble;
import org.ncsoversight.gateway.trouble.TroubleAnswers;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks a caller who sends more than anybody needs to wait; others do not notice. */
public final class RateLimit extends OncePerRequestFilter {

    private final RateLimits limits;
    private final TroubleAnswers troubles;
    private final Map<String, Bucket> buckets;

    RateLimit(RateLimits limits, TroubleAnswers troubles) {
        this.limits = limits;
        this.troubles = troubles;
        this.buckets = new Remembered(limits.callers());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = bucketOf(request).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            troubles.write(request, response, Trouble.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill())));
        }
    }

    private Bucket bucketOf(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return switch (caller) {
            case JwtAuthenticationToken machine -> bucket("machine " + machine.getName(), limits.machine());
            case OAuth2AuthenticationToken person -> bucket("person " + person.getName(), limits.person());
            case null, default -> bucket("address " + request.getRemoteAddr(), limits.person());
        };
    }

    private Bucket bucket(String caller, RateLimits.Rate rate) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(caller, _ -> rate.bucket());
        }
    }

    private static final class Remembered extends LinkedHashMap<String, Bucket> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Remembered(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > most;
        }
    }
}
