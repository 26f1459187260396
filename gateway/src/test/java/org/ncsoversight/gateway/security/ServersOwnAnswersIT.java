package org.ncsoversight.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ncsoversight.gateway.running.RawConnection;
import org.ncsoversight.gateway.running.RunningGateway;

/** What the server refuses before any filter of ours is asked. */
class ServersOwnAnswersIT {

    private final RunningGateway gateway = RunningGateway.get();

    static Stream<Arguments> requests() {
        String close = "Host: localhost\r\nConnection: close\r\n\r\n";
        return Stream.of(
                Arguments.of("no such encoding", "GET /%zz HTTP/1.1\r\n" + close),
                Arguments.of("encoded nothing", "GET /%00 HTTP/1.1\r\n" + close),
                Arguments.of("encoded slash", "GET /a%2fb HTTP/1.1\r\n" + close),
                Arguments.of("out of the root", "GET /../../etc/passwd HTTP/1.1\r\n" + close),
                Arguments.of("two slashes", "GET // HTTP/1.1\r\n" + close),
                Arguments.of("letters no address has", "GET /[]{} HTTP/1.1\r\n" + close),
                Arguments.of("query no address has", "GET /?a={} HTTP/1.1\r\n" + close),
                Arguments.of("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"),
                Arguments.of("no such host", "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"),
                Arguments.of("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"),
                Arguments.of("long header", "GET / HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\n" + close),
                Arguments.of("long address", "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + close),
                Arguments.of("trace", "TRACE / HTTP/1.1\r\n" + close),
                Arguments.of("no such method", "BREW / HTTP/1.1\r\n" + close),
                Arguments.of("no such version", "GET / HTTP/7.5\r\n" + close),
                Arguments.of("no request at all", "\u0001\u0002\u0003\r\n\r\n"),
                Arguments.of("two lengths", "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n" + close),
                Arguments.of("no such length", "POST / HTTP/1.1\r\nContent-Length: many\r\n" + close),
                Arguments.of("no such coding", "POST / HTTP/1.1\r\nTransfer-Encoding: rot13\r\n" + close),
                Arguments.of(
                        "long parameters",
                        "GET /login/oauth2/code/keycloak?" + "a=b&".repeat(2_000) + " HTTP/1.1\r\n" + close));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void are_refusals_with_all_headers_and_no_word_about_the_server(String name, String request) throws IOException {
        try (var connection = new RawConnection(gateway)) {
            String answer = connection.send(request).readAll();

            assertThat(answer)
                    .matches("(?s)HTTP/1\\.1 (30|4|505|501).*")
                    .contains(
                            "Content-Security-Policy: default-src 'self'",
                            "X-Content-Type-Options: nosniff",
                            "X-Frame-Options: DENY",
                            "Referrer-Policy: same-origin",
                            "Cross-Origin-Opener-Policy: same-origin",
                            "Permissions-Policy: ")
                    .doesNotContain("Tomcat", "java.", "Whitelabel");
        }
    }

    @Test
    void an_answer_without_headers_says_nothing() throws IOException {
        try (var connection = new RawConnection(gateway)) {
            assertThat(connection.send("GET /\r\n\r\n").readAll()).doesNotContain("<main");
        }
    }

    @Test
    void people_get_a_page_and_machines_a_problem() throws IOException {
        try (var person = new RawConnection(gateway);
                var machine = new RawConnection(gateway)) {
            String rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

            assertThat(person.send("GET /%zz" + rest + "Accept: text/html\r\n\r\n")
                            .readAll())
                    .contains("Content-Type: text/html", "That request could not be read", "Cache-Control: no-store");
            assertThat(machine.send("GET /api/%zz" + rest + "\r\n").readAll())
                    .contains("Content-Type: application/problem+json", "\"type\":\"/problems/bad-request\"");
        }
    }
}
