package org.ncsoversight.callers;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How a service says 503 because tokens cannot be checked; the Retry-After header is set already. */
@FunctionalInterface
public interface KeysUnavailableAnswer {

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
}
