package org.ncsoversight.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses changes in the name of a session that did not start on a page of ours. */
final class CrossSitePosts extends OncePerRequestFilter {

    private static final Set<String> CHANGES_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private final PublicAddress address;
    private final Answers troubles;

    CrossSitePosts(PublicAddress address, Answers troubles) {
        this.address = address;
        this.troubles = troubles;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return CHANGES_NOTHING.contains(request.getMethod()) || request.getRequestedSessionId() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (address.sent(request)) {
            chain.doFilter(request, response);
        } else {
            troubles.write(request, response, Trouble.fromElsewhere());
        }
    }
}
