package org.ncsoversight.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What parts answer without anybody signed in, because the address itself is the secret: calendars to subscribe to. */
public final class OpenPaths {

    private static final List<PathPattern> PATTERNS =
            List.of(PathPatternParser.defaultInstance.parse("/api/criteria/calendar/{token}.ics"));

    private OpenPaths() {}

    public static boolean include(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return isReading(request.getMethod()) && PATTERNS.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static boolean isReading(String method) {
        return HttpMethod.GET.matches(method) || HttpMethod.HEAD.matches(method);
    }
}
