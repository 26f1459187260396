package org.ncsoversight.deploy.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over HTTP, with a server that answers as Keycloak does. */
class MachineAccountsTest {

    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger signIns = new AtomicInteger();
    private volatile String refused = "nothing";
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer keycloak;
    private int lifeInSeconds = 300;
    private MachineAccounts accounts;

    @BeforeEach
    void start() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext(
                "/realms/test/protocol/openid-connect/token",
                exchange -> answer(
                        exchange,
                        200,
                        "{\"access_token\":\"token-%d\",\"expires_in\":%d}"
                                .formatted(tokens.incrementAndGet(), lifeInSeconds)));
        keycloak.createContext("/realms/master/", exchange -> {
            signIns.incrementAndGet();
            answer(exchange, 200, "{\"access_token\":\"a-%d\",\"expires_in\":60}".formatted(signIns.get()));
        });
        keycloak.createContext("/admin/realms/test/clients", exchange -> {
            String method = exchange.getRequestMethod();
            if (refused.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "");
                return;
            }
            asked.add(method);
            exchange.getResponseHeaders().add("Location", address() + "/admin/realms/test/clients/one");
            answer(exchange, method.equals("GET") ? 200 : method.equals("POST") ? 201 : 204, "[]");
        });
        keycloak.start();
        accounts = new MachineAccounts(URI.create(address()), "test", "secret");
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    @Test
    void a_token_is_used_again_while_it_is_young() {
        var manager = accounts.of("contract-manager");

        assertThat(manager.token()).isEqualTo(manager.token());
    }

    @Test
    void a_token_that_ends_at_once_is_never_used_again() {
        lifeInSeconds = 0;
        var manager = accounts.of("contract-manager");

        assertThat(manager.token()).isNotEqualTo(manager.token());
    }

    @Test
    void a_token_that_was_refused_is_fetched_anew() {
        var manager = accounts.of("contract-manager");
        String first = manager.token();

        manager.refused(first);
        String second = manager.token();
        manager.refused(first);

        assertThat(second).isNotEqualTo(first).isEqualTo(manager.token());
    }

    @Test
    void an_account_that_was_removed_is_not_handed_out_again() {
        var removed = accounts.of("contract-manager");

        accounts.close();

        assertThatThrownBy(removed::token).hasMessageContaining("temporary-contract-manager was removed");
        var anew = accounts.of("contract-manager");
        assertThat(anew).isNotSameAs(removed);
        assertThat(anew.token()).startsWith("token-");
        accounts.close();
        assertThat(asked).containsExactly("GET", "POST", "DELETE", "GET", "POST", "DELETE");
    }

    @Test
    void the_administrator_signs_in_once_for_many_accounts() {
        accounts.of("contract-manager");
        accounts.of("analyst");
        accounts.close();

        assertThat(signIns).hasValue(1);
    }

    @Test
    void an_administrator_whose_session_ended_signs_in_again() {
        accounts.of("contract-manager");
        refused = "Bearer a-1";

        accounts.of("analyst");

        assertThat(signIns).hasValue(2);
        assertThat(asked).containsExactly("GET", "POST", "GET", "POST");
    }

    private String address() {
        return "http://127.0.0.1:" + keycloak.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
            if (status != 204) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
