package org.ncsoversight.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.ncsoversight.answers.Reader;
import org.ncsoversight.gateway.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends people who came by another name of this server, such as 127.0.0.1, to the public address: only there do their
 * session and the way back from signing in work.
 */
final class OneAddress extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final PublicAddress address;

    OneAddress(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return host == null
                || host.equalsIgnoreCase(address.authority())
                || !READING.contains(request.getMethod())
                || Reader.of(request) != Reader.PERSON;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(
                HttpHeaders.LOCATION, address.origin() + request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
