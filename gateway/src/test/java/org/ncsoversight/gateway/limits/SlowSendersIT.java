package org.ncsoversight.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.running.RawConnection;
import org.ncsoversight.gateway.running.RunningGateway;

/** The gateway under test waits two seconds for headers and gives a body a start of two, then a kilobyte a second. */
class SlowSendersIT {

    private static final Duration A_DROP = Duration.ofMillis(300);

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void headers_that_come_drop_by_drop_are_cut_in_total() throws IOException {
        try (var connection = new RawConnection(gateway)) {
            connection.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            assertThat(connection.drip(A_DROP)).doesNotContain("200 OK");
        }
    }

    @Test
    void so_is_a_request_line() throws IOException {
        try (var connection = new RawConnection(gateway)) {
            connection.send("GET /");

            assertThat(connection.drip(A_DROP)).doesNotContain("200 OK");
        }
    }

    @Test
    void so_are_the_headers_of_a_second_request_on_a_connection_that_was_good() throws IOException {
        try (var connection = new RawConnection(gateway)) {
            connection.send("GET /assets/gateway/icon.svg HTTP/1.1\r\n" + host() + "\r\n");
            assertThat(connection.readSome()).startsWith("HTTP/1.1 200");

            connection.send("GET /assets/gateway/icon.svg HTTP/1.1\r\nX-Slow: ");

            assertThat(connection.drip(A_DROP)).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void headers_in_pieces_are_fine_when_they_come_in_time() throws IOException {
        try (var connection = new RawConnection(gateway)) {
            for (String piece : new String[] {
                "GE", "T /cookies HT", "TP/1.1\r\nHo", host().substring(2), "Connection: clo", "se\r\n\r", "\n"
            }) {
                connection.send(piece);
            }

            assertThat(connection.readAll()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_body_that_comes_drop_by_drop_is_refused() throws IOException {
        gateway.part.answers(exchange -> exchange.getRequestBody().readAllBytes());
        try (var connection = new RawConnection(gateway)) {
            connection.send("POST /api/evidence/items HTTP/1.1\r\n" + host() + token()
                    + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n");

            assertThat(connection.drip(A_DROP)).startsWith("HTTP/1.1 408").contains("/problems/too-slow");
        }
    }

    @Test
    void a_refused_body_that_comes_drop_by_drop_holds_nobody() throws IOException {
        try (var connection = new RawConnection(gateway)) {
            connection.send("POST /api/evidence/items HTTP/1.1\r\n" + host() + "Content-Length: 100000\r\n\r\n");

            assertThat(connection.drip(A_DROP)).startsWith("HTTP/1.1 401");
        }
    }

    private String host() {
        return "Host: " + gateway.url.substring("http://".length()) + "\r\n";
    }

    private String token() {
        return "Authorization: Bearer " + gateway.identityProvider.accessToken("provider-system", "ncs-oversight-api")
                + "\r\n";
    }
}
