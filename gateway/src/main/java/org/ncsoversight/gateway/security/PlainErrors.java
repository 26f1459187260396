package org.ncsoversight.gateway.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.gateway.trouble.Audience;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        Trouble trouble = Trouble.of(status == null ? HttpStatus.BAD_REQUEST : status);
        boolean person = Audience.of(request) == Audience.PERSON;
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

    private static String page(Trouble trouble) {
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s – NCS Oversight</title>
            <link rel="stylesheet" href="/assets/govuk/govuk-frontend.min.css"></head>
            <body class="govuk-template__body"><main class="govuk-width-container govuk-main-wrapper">
            <h1 class="govuk-heading-l">%1$s</h1><p class="govuk-body">%2$s</p>
            <p class="govuk-body"><a class="govuk-link" href="/">Go to the home page</a></p></main></body></html>
            """.formatted(trouble.heading(), trouble.detail());
    }

    private static String problem(Trouble trouble) {
        return """
            {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s"}\
            """.formatted(
                        trouble.code(),
                        trouble.status().getReasonPhrase(),
                        trouble.status().value(),
                        trouble.detail());
    }
}
