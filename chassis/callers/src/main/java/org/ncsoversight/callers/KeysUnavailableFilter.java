package org.ncsoversight.callers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the filter that reads bearer tokens: that one lets a check that failed for want of keys pass as our own
 * mistake.
 */
public final class KeysUnavailableFilter extends OncePerRequestFilter {

    private static final String RETRY_AFTER_IN_SECONDS = "10";

    private final KeysUnavailableAnswer answer;

    public KeysUnavailableFilter(KeysUnavailableAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            if (!(e.getCause() instanceof KeysUnavailable)) {
                throw e;
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_IN_SECONDS);
            answer.write(request, response);
        }
    }
}
