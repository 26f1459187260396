package org.ncsoversight.criteria.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses an Idempotency-Key where it would change nothing, so that nobody relies on it. */
@Component
class KeysNotKept extends OncePerRequestFilter {

    private static final String KEY = "Idempotency-Key";
    private static final String INVITING = "/api/criteria/people";

    private final JsonMapper json;

    KeysNotKept(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().equals(INVITING)
                || request.getHeader(KEY) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = Problems.detail(
                HttpStatus.BAD_REQUEST,
                "idempotency-key-unsupported",
                "An Idempotency-Key is kept here for inviting people only; nothing was done");
        json.writeValue(response.getOutputStream(), problem);
    }
}
