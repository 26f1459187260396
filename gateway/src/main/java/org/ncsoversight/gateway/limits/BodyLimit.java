package org.ncsoversight.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ncsoversight.gateway.trouble.Trouble;
import org.ncsoversight.gateway.trouble.TroubleAnswers;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that say they are too large at once, and cuts off those that turn out to be. */
public final class BodyLimit extends OncePerRequestFilter {

    private final BodyLimits limits;
    private final TroubleAnswers troubles;

    BodyLimit(BodyLimits limits, TroubleAnswers troubles) {
        this.limits = limits;
        this.troubles = troubles;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize limit = limits.of(request.getRequestURI());
        if (request.getContentLengthLong() > limit.toBytes()) {
            troubles.write(request, response, Trouble.tooLarge(limit));
        } else {
            chain.doFilter(new LimitedBody(request, limit), response);
        }
    }
}
