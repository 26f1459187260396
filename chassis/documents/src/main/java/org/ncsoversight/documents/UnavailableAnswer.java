package org.ncsoversight.documents;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How a service says 503, to programs and to people; the Retry-After header is set already. */
@FunctionalInterface
public interface UnavailableAnswer {

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
}
