package org.ncsoversight.deploy.soak;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Two servers as a person meets them: pages that want a session, and where one signs in. */
class PersonTest {

    private final Looks looks = new Looks();
    private final List<String> typed = new CopyOnWriteArrayList<>();
    private HttpServer pages;
    private HttpServer signIn;
    private Person person;

    @BeforeEach
    void start() throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        signIn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext("/page", exchange -> {
            boolean known = exchange.getRequestHeaders().toString().contains("SESSION=1");
            answer(exchange, known ? 200 : 302, known ? "the page" : "", at(signIn, "/form"));
        });
        pages.createContext("/back", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "SESSION=1; Path=/; Secure; HttpOnly; SameSite=Lax");
            answer(exchange, 302, "", at(pages, "/page"));
        });
        signIn.createContext(
                "/form",
                exchange -> answer(
                        exchange,
                        200,
                        "<form id=\"kc-form-login\" method=\"post\" action=\"" + at(signIn, "/check?a=1&amp;b=2")
                                + "\">",
                        ""));
        signIn.createContext("/check", exchange -> {
            typed.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 302, "", at(pages, "/back"));
        });
        pages.start();
        signIn.start();
        person = new Person("lead", URI.create(at(pages, "/")), looks);
    }

    @AfterEach
    void stop() {
        pages.stop(0);
        signIn.stop(0);
    }

    @Test
    void somebody_without_a_session_signs_in_first_and_that_is_no_time_of_the_page() throws Exception {
        assertThat(person.look("/page", "/page").body()).isEqualTo("the page");
        assertThat(looks.all()).isZero();
        assertThat(typed).singleElement().asString().contains("username=lead", "password=lead-demo");

        assertThat(person.look("/page", "/page").body()).isEqualTo("the page");
        assertThat(looks.all()).isEqualTo(1);
    }

    private static String at(HttpServer server, String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, int status, String body, String location) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
