package org.ncsoversight.deploy.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP, with a server that gives the answers it was told to. */
class PlatformApiTest {

    private record Reply(int status, String body) {}

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private PlatformApi api;
    private MachineAccounts.Account caller;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/", exchange -> {
            try (exchange) {
                write(exchange, new Reply(200, "{\"access_token\":\"t\",\"expires_in\":60}"));
            }
        });
        server.createContext("/admin/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1/one");
                write(exchange, new Reply(exchange.getRequestMethod().equals("POST") ? 201 : 200, "[]"));
            }
        });
        server.createContext("/api/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                exchange.getResponseHeaders().add("Location", "/api/imports/7");
                write(exchange, replies.remove());
            }
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        api = new PlatformApi(address);
        caller = new MachineAccounts(address, "test", "secret").of("contract-manager");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_import_that_is_done_is_answered_at_once() {
        replies.add(new Reply(201, "{\"state\":\"applied\"}"));

        assertThat(api.postCsv(caller, "/api/imports", "a,b")).contains("applied");
        assertThat(asked).containsExactly("POST /api/imports");
    }

    @Test
    void an_import_that_goes_on_is_asked_for_until_it_is_done() {
        replies.add(new Reply(202, ""));
        replies.add(new Reply(200, "{\"state\":\"applying\"}"));
        replies.add(new Reply(202, "{\"state\":\"anything\"}"));
        replies.add(new Reply(200, "{\"state\":\"applied\"}"));

        assertThat(api.postCsv(caller, "/api/imports", "a,b")).contains("applied");
        assertThat(asked)
                .containsExactly("POST /api/imports", "GET /api/imports/7", "GET /api/imports/7", "GET /api/imports/7");
    }

    @Test
    void an_import_that_failed_says_why() {
        replies.add(new Reply(202, ""));
        replies.add(new Reply(200, "{\"state\":\"failed\",\"reason\":\"no room\"}"));

        assertThatThrownBy(() -> api.postCsv(caller, "/api/imports", "a,b"))
                .hasMessageContainingAll("/api/imports/7", "no room");
    }

    @Test
    void a_refused_token_is_renewed_once() {
        replies.add(new Reply(401, "expired"));
        replies.add(new Reply(200, "fine"));

        assertThat(api.get(caller, "/api/thing")).isEqualTo("fine");

        replies.add(new Reply(401, "expired"));
        replies.add(new Reply(401, "really not"));
        assertThatThrownBy(() -> api.get(caller, "/api/thing")).hasMessageContaining("really not");
    }

    @Test
    void a_decision_about_an_item_just_seen_needs_no_look_at_it() {
        replies.add(new Reply(200, "{}"));

        api.postDecision(caller, "/api/items/1", "{\"version\":1}", "acceptance", "{}");

        assertThat(asked).containsExactly("POST /api/items/1/acceptance");
    }

    @Test
    void an_item_that_changed_meanwhile_is_looked_at_and_decided_about_again() {
        replies.add(new Reply(412, "changed"));
        replies.add(new Reply(200, "{\"version\":2}"));
        replies.add(new Reply(200, "{}"));

        api.postDecision(caller, "/api/items/1", "{\"version\":1}", "acceptance", "{}");

        assertThat(asked)
                .containsExactly("POST /api/items/1/acceptance", "GET /api/items/1", "POST /api/items/1/acceptance");
    }

    @Test
    void what_an_earlier_try_made_is_there() {
        replies.add(new Reply(409, "{\"type\":\"/problems/id-taken\"}"));
        api.postUnlessThere(caller, "/api/campaigns", "{}");

        replies.add(new Reply(409, "{\"type\":\"/problems/closed\"}"));
        assertThatThrownBy(() -> api.postUnlessThere(caller, "/api/campaigns", "{}"))
                .hasMessageContaining("closed");
    }

    @Test
    void a_service_that_is_away_is_asked_again() {
        replies.add(new Reply(503, "away"));
        replies.add(new Reply(200, "back"));

        assertThat(api.get(caller, "/api/thing")).isEqualTo("back");
    }

    private static void write(com.sun.net.httpserver.HttpExchange exchange, Reply reply) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
