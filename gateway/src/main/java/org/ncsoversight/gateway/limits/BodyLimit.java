package org.ncsoversight.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that say they are too large at once, and cuts off those that turn out to be. */
public final class BodyLimit extends OncePerRequestFilter {

    private final BodyLimits limits;
    private final Patience patience;
    private final Answers troubles;

    BodyLimit(BodyLimits limits, Patience patience, Answers troubles) {
        this.limits = limits;
        this.patience = patience;
        this.troubles = troubles;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize limit = limits.of(request.getRequestURI());
        var limited = new LimitedBody(request, limit, patience);
        if (request.getContentLengthLong() > limit.toBytes()) {
            troubles.write(request, response, Trouble.tooLarge(limit));
        } else {
            chain.doFilter(limited, response);
        }
        drain(limited, response);
    }

    private static void drain(LimitedBody limited, HttpServletResponse response) throws IOException {
        try {
            if (response.getStatus() >= HttpStatus.MULTIPLE_CHOICES.value() && !limited.isEmpty()) {
                response.flushBuffer();
                limited.drain();
            }
        } catch (CallerGone | BodyTooSlow e) {
            // What is left of it is cut off together with the connection.
        }
    }
}
