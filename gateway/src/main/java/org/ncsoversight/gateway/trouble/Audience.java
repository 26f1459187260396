package org.ncsoversight.gateway.trouble;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Who reads an answer. */
public enum Audience {
    PERSON,
    MACHINE;

    public static Audience of(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        boolean html = accepted != null && accepted.contains("text/html");
        return html && !pathOf(request).startsWith("/api/") ? PERSON : MACHINE;
    }

    /** The path that was asked for, also while an error is being answered. */
    static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
