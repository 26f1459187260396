package org.ncsoversight.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What parts answer without anybody signed in: calendars to subscribe to, whose address itself is the secret, and the
 * documents of their APIs, which hold no data.
 */
public final class OpenPaths {

    private static final List<PathPattern> PATTERNS = Stream.concat(
                    Stream.of("/api/criteria/calendar/{token}.ics"),
                    Part.documented().stream().map(Part::document))
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private OpenPaths() {}

    public static boolean include(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return isReading(request.getMethod()) && PATTERNS.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static boolean isReading(String method) {
        return HttpMethod.GET.matches(method) || HttpMethod.HEAD.matches(method);
    }
}
