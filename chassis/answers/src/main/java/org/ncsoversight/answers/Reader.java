package org.ncsoversight.answers;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Who reads a refusal: the path and what is accepted decide, for all services alike. */
public enum Reader {
    PERSON,
    PROGRAM;

    private static final String API = "/api/";

    /** Nobody under {@code /api/} is a person; elsewhere whoever prefers HTML to every other type it names is one. */
    public static Reader of(HttpServletRequest request) {
        return prefersHtml(request) && !pathOf(request).startsWith(API) ? PERSON : PROGRAM;
    }

    /** The path that was asked for, also while an error is being answered. */
    public static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static boolean prefersHtml(HttpServletRequest request) {
        String accepted = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accepted);
            return types.stream()
                    .filter(type -> type.isConcrete() && type.getQualityValue() > 0)
                    // The first of equals, as it was written.
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .findFirst()
                    .filter(MediaType.TEXT_HTML::equalsTypeAndSubtype)
                    .isPresent();
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
