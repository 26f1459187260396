package org.ncsoversight.documents;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around everything else of a request, so that nothing of it ends as a mistake of ours. */
final class UnavailableFilter extends OncePerRequestFilter {

    private final UnavailableAnswer answer;
    private final OutageLog outages;

    UnavailableFilter(UnavailableAnswer answer, OutageLog outages) {
        this.answer = answer;
        this.outages = outages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!Unavailable.is(e) || response.isCommitted()) {
                throw e;
            }
            outages.say(e);
            response.reset();
            UnavailableAnswers.write(request, response, answer);
        }
    }
}
