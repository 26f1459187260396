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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstAdministratorTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer keycloak;
    private volatile boolean isThere;
    private volatile boolean away;

    @BeforeEach
    void start() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext("/", this::answer);
        keycloak.start();
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    @Test
    void the_account_is_made_with_its_role_and_a_password_for_one_sign_in() {
        String password = first().oneTimePassword();

        assertThat(password).matches("[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}");
        assertThat(asked)
                .anySatisfy(call -> assertThat(call)
                        .startsWith("POST /admin/realms/ncs/users ")
                        .contains("administrator"))
                .anySatisfy(
                        call -> assertThat(call).isEqualTo("POST /admin/realms/ncs/users/7/role-mappings/realm [{}]"))
                .anySatisfy(call -> assertThat(call)
                        .startsWith("PUT /admin/realms/ncs/users/7/reset-password ")
                        .contains("\"temporary\": true", password));
    }

    @Test
    void whoever_was_not_told_gets_another_password_for_the_account_that_is_there() {
        isThere = true;

        assertThat(first().oneTimePassword()).isNotEqualTo(first().oneTimePassword());

        assertThat(asked).noneMatch(call -> call.startsWith("POST /admin/realms/ncs/users "));
    }

    @Test
    void a_keycloak_that_refuses_is_told_of() {
        away = true;

        assertThatThrownBy(() -> first().oneTimePassword())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Keycloak answered 503");
    }

    private FirstAdministrator first() {
        return new FirstAdministrator(
                URI.create("http://127.0.0.1:" + keycloak.getAddress().getPort()), "ncs", "secret+/=");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).strip();
        asked.add(exchange.getRequestMethod() + " " + path + " " + body);
        String answer = "{}";
        if (path.endsWith("/token")) {
            answer = "{\"access_token\": \"t\"}";
        } else if (path.endsWith("/users") && exchange.getRequestMethod().equals("GET")) {
            answer = isThere ? "[{\"id\": \"7\"}]" : "[]";
        } else if (path.endsWith("/users")) {
            isThere = true;
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(away ? 503 : 200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
