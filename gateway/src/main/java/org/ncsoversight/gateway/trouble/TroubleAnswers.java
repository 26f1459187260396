package org.ncsoversight.gateway.trouble;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ncsoversight.gateway.shell.Frame;
import org.ncsoversight.gateway.shell.ServicePage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Answers a trouble: a page in the frame to people, an RFC 9457 problem to machines. */
@Component
public class TroubleAnswers {

    private final Frame frame;
    private final JsonMapper json;

    TroubleAnswers(Frame frame, JsonMapper json) {
        this.frame = frame;
        this.json = json;
    }

    public ServerResponse response(Trouble trouble) {
        return ServerResponse.status(trouble.status()).build((request, response) -> {
            write(request, response, trouble);
            return null;
        });
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Trouble trouble) throws IOException {
        response.setStatus(trouble.status().value());
        if (trouble.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, trouble.retryAfter().toSeconds())));
        }
        boolean person = Audience.of(request) == Audience.PERSON;
        byte[] body = person ? page(request, trouble) : json.writeValueAsBytes(problem(request, trouble));
        response.setContentType(person ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private byte[] page(HttpServletRequest request, Trouble trouble) {
        String main = frame.fill("pages/trouble", Map.of("trouble", trouble));
        return frame.around(ServicePage.of(trouble.heading(), main), request).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> problem(HttpServletRequest request, Trouble trouble) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "/problems/" + trouble.code());
        problem.put("title", trouble.status().getReasonPhrase());
        problem.put("status", trouble.status().value());
        problem.put("detail", trouble.detail());
        problem.put("instance", Audience.pathOf(request));
        return problem;
    }
}
