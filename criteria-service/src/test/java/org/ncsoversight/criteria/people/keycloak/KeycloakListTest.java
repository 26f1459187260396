package org.ncsoversight.criteria.people.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.people.PeopleDirectory.Query;
import org.ncsoversight.criteria.security.Keepers;
import org.ncsoversight.criteria.settings.PeopleSettings;
import org.ncsoversight.criteria.settings.PeopleSettings.InviteBy;

class KeycloakListTest {

    private static final String ADMIN = "00000000-0000-4000-8000-000000000001";
    private static final String GONE = "00000000-0000-4000-8000-000000000002";
    private static final String KIM = "00000000-0000-4000-8000-000000000003";
    private static final String SAM = "00000000-0000-4000-8000-000000000004";

    private HttpServer server;

    @BeforeEach
    void keycloak() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", KeycloakListTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whoever_is_not_looked_after_or_gone_takes_no_place_on_the_page() {
        var directory = new PeopleSettings.Directory(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "ncs-oversight",
                "client",
                "secret",
                Duration.ofSeconds(5));
        var connection = new KeycloakConnection(new PeopleSettings(directory, InviteBy.PASSWORD));
        var people = new KeycloakPeopleDirectory(connection);
        var lead = Keepers.lead("lead", "99000001");

        assertThat(people.list(new Query(Optional.empty(), "", 0, 2), lead))
                .extracting(person -> person.name().username())
                .containsExactly("kim", "sam");
        assertThat(people.list(new Query(Optional.empty(), "", 1, 2), lead))
                .extracting(person -> person.name().username())
                .containsExactly("sam");
        connection.close();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/token")) {
            send(exchange, 200, "{\"access_token\":\"a\",\"expires_in\":60,\"token_type\":\"Bearer\"}");
        } else if (path.endsWith("/users")) {
            send(
                    exchange,
                    200,
                    String.join(
                                    ",",
                                    List.of(
                                            user(ADMIN, "admin"),
                                            user(GONE, "gone"),
                                            user(KIM, "kim"),
                                            user(SAM, "sam")))
                            .transform(users -> "[" + users + "]"));
        } else if (path.contains(GONE)) {
            send(exchange, 404, "{}");
        } else {
            send(exchange, 200, "[{\"name\":\"" + (path.contains(ADMIN) ? "administrator" : "provider-lead") + "\"}]");
        }
    }

    private static String user(String id, String username) {
        return "{\"id\":\"" + id + "\",\"username\":\"" + username
                + "\",\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"a@example.org\",\"enabled\":true,"
                + "\"attributes\":{\"ukprn\":[\"99000001\"]}}";
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
