package org.ncsoversight.criteria.people.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.criteria.people.DirectoryAway;
import org.ncsoversight.criteria.people.PeopleDirectory.Query;
import org.ncsoversight.criteria.security.Keepers;
import org.ncsoversight.criteria.settings.PeopleSettings;
import org.ncsoversight.criteria.settings.PeopleSettings.InviteBy;

class KeycloakAwayTest {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    void a_server_that_takes_the_call_and_says_nothing_is_given_up_after_the_timeout() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long began = System.nanoTime();

            assertAway(silent.getLocalPort());

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 429, 500, 502, 503})
    void a_server_that_answers_something_else_counts_as_away(int status) throws IOException {
        var server = HttpServer.create(ANY, 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertAway(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static void assertAway(int port) {
        var directory = new PeopleSettings.Directory(
                URI.create("http://127.0.0.1:" + port), "ncs-oversight", "client", "secret", Duration.ofMillis(300));
        var connection = new KeycloakConnection(new PeopleSettings(directory, InviteBy.PASSWORD));
        try {
            assertThatThrownBy(() -> new KeycloakPeopleDirectory(connection)
                            .list(new Query(Optional.empty(), "", 0, 10), Keepers.administrator()))
                    .isInstanceOf(DirectoryAway.class);
        } finally {
            connection.close();
        }
    }
}
