package org.ncsoversight.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.gateway.running.RawConnection;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The stub behind the gateway takes everything, so what breaks here breaks in the gateway. */
@ExtendWith(OutputCaptureExtension.class)
class WrongRequestsIT {

    private static final String PART = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";

    private final RunningGateway gateway = RunningGateway.get();

    static Stream<String> queries() {
        return Stream.of("/", "/cookies", "/api/criteria/editions", "/login/oauth2/code/keycloak", "/kept-answers")
                .flatMap(path -> Stream.of(
                                "%5B%5D=1",
                                "a%5Bb%5D=1",
                                "a.b.=1",
                                ".=1",
                                "%5B=1",
                                "state%5B0%5D=1",
                                "code.class=1",
                                "a=%25zz",
                                "a&".repeat(1_500))
                        .map(query -> path + "?" + query));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void strange_queries_break_nothing(String address, CapturedOutput log) throws IOException {
        assertThat(statusOf("GET " + address, "", "")).isBetween(200, 499);
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    static Stream<String> bodies() {
        return Stream.of("/", "/api/evidence/items", "/backchannel-logout", "/sign-out", "/kept-answers")
                .flatMap(path -> Stream.of(
                                "nonsense|{}",
                                "text/|{}",
                                "application/json; charset=nonsense|{}",
                                "multipart/form-data|" + PART + "--b--\r\n",
                                "multipart/form-data; boundary=b|" + PART + "--b\r\nContent-Dispo",
                                "multipart/form-data; boundary=b|" + PART.repeat(10_000) + "--b--\r\n",
                                "application/x-www-form-urlencoded|a=%zz",
                                "application/x-www-form-urlencoded|" + "a=1&".repeat(1_500),
                                "application/x-www-form-urlencoded|a%5B0%5D=1&b.c=2&%5B=3&.=4")
                        .map(body -> path + "|" + body));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void strange_bodies_break_nothing(String request, CapturedOutput log) throws IOException {
        String[] parts = request.split("\\|", 3);
        RunningGateway.get().part.answers(exchange -> {
            exchange.getRequestBody().readAllBytes();
            StubPart.send(exchange, 200, "text/html", "<main>Read</main>");
        });

        assertThat(statusOf("POST " + parts[0], "Content-Type: " + parts[1] + "\r\n", parts[2]))
                .isBetween(200, 499);
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    /** With the codes of every service, and never as a page under /api/. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/evidence/items", "/backchannel-logout"})
    void a_body_of_any_type_is_of_none(String path, CapturedOutput log) throws IOException {
        assertThat(answerTo("POST " + path, "Content-Type: */*\r\n", "{}"))
                .startsWith("HTTP/1.1 415")
                .contains("\"/problems/unsupported-media-type\"");
        assertThat(answerTo("GET " + path, "Content-Type: application/*\r\n", ""))
                .startsWith("HTTP/1.1 415")
                .contains("\"/problems/unsupported-media-type\"");
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Accept: application/json\r\n", "Accept: text/html\r\n"})
    void what_does_not_decode_is_no_address(String accept) throws IOException {
        assertThat(answerTo("GET /api/criteria/%zz", accept, ""))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"/problems/bad-request\"");
    }

    private int statusOf(String start, String headers, String body) throws IOException {
        return Integer.parseInt(answerTo(start, headers, body).substring(9, 12));
    }

    private String answerTo(String start, String headers, String body) throws IOException {
        String token = gateway.identityProvider.accessToken("provider-system", "ncs-oversight-api");
        try (var connection = new RawConnection(gateway)) {
            String answer = connection
                    .send(start + " HTTP/1.1\r\nHost: " + gateway.url.substring("http://".length())
                            + "\r\nConnection: close\r\nAuthorization: Bearer " + token + "\r\n" + headers
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                    .readAll();
            assertThat(answer).startsWith("HTTP/1.1 ");
            return answer;
        }
    }
}
