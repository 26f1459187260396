package org.ncsoversight.backing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.TenancyOfRoutes.Asking;
import org.ncsoversight.backing.TenancyOfRoutes.Route;
import org.ncsoversight.backing.TenancyOfRoutes.Subject;

class TenancyOfRoutesTest {

    /** What the service answers, by path and query. */
    private record Answer(int status, String body, Map<String, String> headers) {}

    private static final Set<Route> ROUTES = Set.of(new Route("GET", "/things/{id:[a-z]+}/{part}"));
    private static final Asking ASKING = new Asking(
            List.of("token"),
            Map.of("part", "files"),
            Subject.of("provider", "99000001", "99000009"),
            Set.of("Northmoor"));

    private Function<String, Answer> service = _ -> new Answer(404, "nothing", Map.of());
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Answer answer = service.apply(exchange.getRequestURI().toString());
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void silence() {
        server.stop(0);
    }

    @Test
    void a_service_that_tells_nothing_passes() {
        service = path -> new Answer(404, "There is nothing at " + path, Map.of());

        assertThatCode(this::ask).doesNotThrowAnyException();
    }

    @Test
    void another_status_header_or_body_is_found() {
        service = path -> new Answer(path.contains("anothers") ? 403 : 404, "", Map.of());
        assertThatThrownBy(this::ask).hasMessageContaining("differs");

        service = path -> new Answer(404, "", path.contains("anothers") ? Map.of("X", "1") : Map.of());
        assertThatThrownBy(this::ask).hasMessageContaining("differs");

        service = path -> new Answer(404, path.contains("anothers") ? "no" : "none", Map.of());
        assertThatThrownBy(this::ask).hasMessageContaining("differs");
    }

    @Test
    void a_name_told_to_whoever_counts_providers_is_found() {
        service = path -> new Answer(path.contains("99000001") ? 200 : 404, "", Map.of());
        assertThatThrownBy(this::ask).hasMessageContaining("differs by provider");

        service = _ -> new Answer(404, "Northmoor", Map.of());
        assertThatThrownBy(this::ask).hasMessageContaining("tells “Northmoor”");
    }

    @Test
    void a_thing_that_is_shown_is_found() {
        service = _ -> new Answer(200, "", Map.of());

        assertThatThrownBy(this::ask).hasMessageContaining("answered with 200");
    }

    @Test
    void a_route_that_nobody_said_how_to_ask_is_found() {
        assertThatThrownBy(() -> tenancy().ask(_ -> Optional.empty()))
                .hasMessageContaining("say what [id] may stand for");
    }

    private void ask() throws Exception {
        tenancy().ask(_ -> Optional.of(Subject.of("id", "anothers", "nobodies")));
    }

    private TenancyOfRoutes tenancy() {
        var http = HttpClient.newHttpClient();
        return new TenancyOfRoutes(
                ROUTES,
                ASKING,
                (_, path, _) -> http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:"
                                        + server.getAddress().getPort() + path))
                                .build(),
                        BodyHandlers.ofString()));
    }
}
