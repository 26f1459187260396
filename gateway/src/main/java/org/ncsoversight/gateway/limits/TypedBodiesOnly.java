package org.ncsoversight.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.answers.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies of any type, which are of none; the framework would take that for a mistake of ours. */
final class TypedBodiesOnly extends OncePerRequestFilter {

    private final Answers troubles;

    TypedBodiesOnly(Answers troubles) {
        this.troubles = troubles;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.contains("*")) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            troubles.write(request, response, Fault.UNSUPPORTED_MEDIA_TYPE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
