package org.ncsoversight.bodies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Nothing is found under a path with a blank before or after one of its parts. Converters and readers of typed values
 * strip blanks, as people expect of what they type; an address is not typed, and one thing has one.
 */
final class ExactPaths implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws NoResourceFoundException {
        boolean blank = ServletRequestPathUtils.hasParsedRequestPath(request)
                && ServletRequestPathUtils.getParsedRequestPath(request).elements().stream()
                        .anyMatch(part -> part instanceof PathContainer.PathSegment segment
                                && isInBlanks(segment.valueToMatch()));
        if (blank) {
            throw new NoResourceFoundException(
                    HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), request.getRequestURI());
        }
        return true;
    }

    private static boolean isInBlanks(String part) {
        return !part.isEmpty() && (isBlank(part.codePointAt(0)) || isBlank(part.codePointBefore(part.length())));
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
