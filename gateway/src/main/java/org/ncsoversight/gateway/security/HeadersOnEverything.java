package org.ncsoversight.gateway.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Puts the security headers on every answer, also on what the server itself refuses before any filter is asked. */
final class HeadersOnEverything extends ValveBase {

    private final SecurityHeaders headers;

    HeadersOnEverything(SecurityHeaders headers) {
        super(true);
        this.headers = headers;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        headers.write(response);
        // The first HTTP had no headers, so its answers cannot say what may be done with them.
        if (!request.getProtocol().startsWith("HTTP/1.")) {
            response.sendError(HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);
            return;
        }
        getNext().invoke(request, response);
        // An answer that failed half way was begun anew, without headers.
        if (!response.isCommitted() && !SecurityHeaders.areIn(response)) {
            headers.write(response);
        }
    }
}
