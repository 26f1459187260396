package org.ncsoversight.outcomes.refusing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal the way the asker can read it. */
@Component
public class Refusals {

    private static final Map<String, String> SENTENCES = Map.of(
            "not-signed-in", "You need to sign in.",
            "not-allowed", "Your role does not allow this.",
            "not-found", "There is nothing here.",
            "file-too-large", "The file is too large.",
            "unavailable", "Nothing can be kept or shown for the moment. Try again in a minute.",
            "sign-in-unavailable",
                    "The sign-in service does not answer, so we cannot check who you are. Try again in a minute.");

    private final JsonMapper json;
    private final SpringTemplateEngine templates;

    public Refusals(JsonMapper json, SpringTemplateEngine templates) {
        this.json = json;
        this.templates = templates;
    }

    /** A problem with a stable code; title and status come from the HTTP status. */
    public static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        return problem;
    }

    /** The answer for everything that is not there, or not there for this caller. */
    public static ProblemDetail notFound() {
        return problem(HttpStatus.NOT_FOUND, "not-found", sentence("not-found"));
    }

    /** The same for people. */
    public static ModelAndView nothingHere() {
        var page = new ModelAndView("refusing/refused")
                .addObject("title", HttpStatus.NOT_FOUND.getReasonPhrase())
                .addObject("sentence", sentence("not-found"));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        response.setStatus(status.value());
        response.setCharacterEncoding(UTF_8.name());
        if (wantsPage(request)) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            var model = new Context(Locale.UK, Map.of("title", titleOf(status), "sentence", sentence(code)));
            templates.process("refusing/refused", model, response.getWriter());
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            var problem = problem(status, code, sentence(code));
            problem.setInstance(URI.create(request.getRequestURI()));
            json.writeValue(response.getWriter(), problem);
        }
    }

    static boolean wantsPage(HttpServletRequest request) {
        String accept = requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return !request.getRequestURI().startsWith("/api/") && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String titleOf(HttpStatus status) {
        return status == HttpStatus.SERVICE_UNAVAILABLE
                ? "Sorry, this is unavailable for the moment"
                : status.getReasonPhrase();
    }

    private static String sentence(String code) {
        return SENTENCES.getOrDefault(code, "This cannot be done.");
    }
}
