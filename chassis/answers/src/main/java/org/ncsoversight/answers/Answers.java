package org.ncsoversight.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal the way its reader can use it; also for filters and access rules, where there is no controller. */
public final class Answers {

    private static final String SOON_IN_SECONDS = "10";
    private static final String HTML = "text/html;charset=UTF-8";

    private final JsonMapper json;
    private final ProblemPage page;

    public Answers(JsonMapper json, ProblemPage page) {
        this.json = json;
        this.page = page;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Fault fault) throws IOException {
        write(request, response, Problem.of(fault));
    }

    /** A problem of ours, or what the framework says itself: that gets the code of its status. */
    public void write(HttpServletRequest request, HttpServletResponse response, ErrorResponse refusal)
            throws IOException {
        int status = refusal.getStatusCode().value();
        response.resetBuffer();
        response.setStatus(status);
        refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            setIfAbsent(response, HttpHeaders.RETRY_AFTER, SOON_IN_SECONDS);
        }
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            setIfAbsent(response, HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        boolean person = Reader.of(request) == Reader.PERSON;
        byte[] body = person
                ? pageOf(request, refusal).getBytes(UTF_8)
                : json.writeValueAsBytes(membersOf(request, refusal.getBody()));
        response.setContentType(person ? HTML : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        // At once: whoever is refused may still be sending.
        response.flushBuffer();
    }

    private String pageOf(HttpServletRequest request, ErrorResponse refusal) {
        if (refusal instanceof Problem ours) {
            return page.of(request, ours.heading(), ours.words());
        }
        Fault fault = Fault.of(refusal.getStatusCode());
        return page.of(request, fault.heading(), fault.advice());
    }

    private static Map<String, Object> membersOf(HttpServletRequest request, ProblemDetail problem) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", String.valueOf(problem.getType()));
        members.put("title", Objects.requireNonNullElse(problem.getTitle(), ""));
        members.put("status", problem.getStatus());
        members.put("detail", Objects.requireNonNullElse(problem.getDetail(), ""));
        members.put("instance", Reader.pathOf(request));
        members.putAll(Objects.requireNonNullElse(problem.getProperties(), Map.of()));
        return members;
    }

    private static void setIfAbsent(HttpServletResponse response, String name, String value) {
        if (response.getHeader(name) == null) {
            response.setHeader(name, value);
        }
    }
}
