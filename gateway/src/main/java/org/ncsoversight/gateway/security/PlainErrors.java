package org.ncsoversight.gateway.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Reader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * Our words where the server refuses a request before any of our pages could be made: a short page to people, a problem
 * to machines. The server makes it by name.
 */
public final class PlainErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem trouble = Problem.of(HttpStatusCode.valueOf(response.getStatus()));
        boolean person = Reader.of(request) == Reader.PERSON;
        byte[] body = (person ? page(trouble) : problem(trouble)).getBytes(UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(person ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Whoever asked is gone, or something was written already; there is nobody left to tell.
            container.getLogger().debug("An error could not be told", e);
        }
    }

    private static String page(Problem trouble) {
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s – NCS Oversight</title>
            <link rel="stylesheet" href="/assets/govuk/govuk-frontend.min.css"></head>
            <body class="govuk-template__body"><main class="govuk-width-container govuk-main-wrapper">
            <h1 class="govuk-heading-l">%1$s</h1><p class="govuk-body">%2$s</p>
            <p class="govuk-body"><a class="govuk-link" href="/">Go to the home page</a></p></main></body></html>
            """.formatted(trouble.heading(), trouble.words());
    }

    private static String problem(Problem trouble) {
        return """
            {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s"}\
            """.formatted(
                        trouble.code(),
                        trouble.getBody().getTitle(),
                        trouble.getStatusCode().value(),
                        trouble.getBody().getDetail());
    }
}
