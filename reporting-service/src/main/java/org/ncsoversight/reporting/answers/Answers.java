package org.ncsoversight.reporting.answers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems and the pages that say the same. */
public final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Answers() {}

    /** One wrong query parameter or field. */
    public record FieldError(String field, String code, String message) {}

    /** The answer for a thing that does not exist, or that the caller may not know of. */
    public static ProblemDetail notFound(HttpServletRequest request) {
        return problem(request, HttpStatus.NOT_FOUND, "There is nothing here");
    }

    public static ProblemDetail invalid(HttpServletRequest request, List<FieldError> errors) {
        ProblemDetail problem = problem(request, HttpStatus.UNPROCESSABLE_CONTENT, "Some values are not valid");
        problem.setProperty("errors", errors);
        return problem;
    }

    public static ProblemDetail problem(HttpServletRequest request, HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + codeOf(status)));
        problem.setTitle(status.getReasonPhrase());
        problem.setInstance(URI.create(request.getRequestURI()));
        return problem;
    }

    /** For where there is no controller: security and filters. */
    public static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (prefersPage(request)) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.getWriter().write(page(status, detail));
        } else {
            ProblemDetail problem = problem(request, status, detail);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter()
                    .write(JSON.writeValueAsString(Map.of(
                            "type", String.valueOf(problem.getType()),
                            "title", status.getReasonPhrase(),
                            "status", status.value(),
                            "detail", detail,
                            "instance", request.getRequestURI())));
        }
    }

    /** Browsers put text/html first; machines ask for JSON or for anything. */
    public static boolean prefersPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || request.getRequestURI().startsWith("/api/")) {
            return false;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            return !types.isEmpty() && types.getFirst().equalsTypeAndSubtype(MediaType.TEXT_HTML);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** A complete small page; the gateway puts its main part into the shell. */
    public static String page(HttpStatus status, String detail) {
        String title = HtmlUtils.htmlEscape(
                switch (status) {
                    case NOT_FOUND -> "Page not found";
                    case FORBIDDEN -> "You cannot use this page";
                    case UNAUTHORIZED -> "Sign in first";
                    default -> status.is5xxServerError() ? "Sorry, there is a problem" : "This request cannot be used";
                });
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
            <body><main class="govuk-main-wrapper" id="main-content"><h1 class="govuk-heading-l">%s</h1>
            <p class="govuk-body">%s.</p></main></body></html>
            """.formatted(title, title, HtmlUtils.htmlEscape(detail));
    }

    private static String codeOf(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
