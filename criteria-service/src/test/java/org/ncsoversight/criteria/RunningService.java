package org.ncsoversight.criteria;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.ncsoversight.backing.FreezableProxy;
import org.ncsoversight.backing.Kafka;
import org.ncsoversight.backing.ManagementPortSpecification;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.backing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a free port, against a database and a broker of its own. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Nobody listens there: the test about people in Keycloak says where it is.
        properties = {"KEYCLOAK_ADMIN_URL=http://127.0.0.1:9", "PEOPLE_CLIENT_SECRET=unused"})
abstract class RunningService {

    static final String ADMINISTRATOR = Tokens.of("administrator");
    static final String MONGO = Mongo.uriOfNewDatabase();
    static final FreezableProxy STORE = FreezableProxy.before(MONGO);
    static final FreezableProxy ISSUER_KEYS = FreezableProxy.before(Tokens.jwksUri());

    static final String BROKER = Kafka.bootstrapServersWith(
            "ncs.standard.v1",
            "ncs.providers.v1",
            "ncs.outcomes.v1",
            "ncs.evidence.dead-letters.v1",
            "ncs.feedback.dead-letters.v1",
            "ncs.outcomes.dead-letters.v1",
            "ncs.reporting.dead-letters.v1",
            "ncs.evidence.replays.v1");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private Environment environment;

    @DynamicPropertySource
    static void backing(DynamicPropertyRegistry properties) {
        properties.add("MONGODB_URI", () -> STORE.inPlaceOf(MONGO));
        properties.add("KAFKA_BOOTSTRAP_SERVERS", () -> BROKER);
        properties.add("OIDC_ISSUER", () -> Tokens.ISSUER);
        properties.add("OIDC_JWKS_URI", () -> ISSUER_KEYS.inPlaceOf(Tokens.jwksUri()));
        properties.add("METRICS_TOKEN", () -> ManagementPortSpecification.METRICS_TOKEN);
    }

    HttpResponse<String> get(String path, String token) {
        return send(to(path, token).GET());
    }

    HttpResponse<String> page(String path, String token) {
        return send(to(path, token).header("Accept", "text/html").GET());
    }

    HttpResponse<String> put(String path, String json, String token, String... headers) {
        var request = to(path, token).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, Map<String, String> form, String token) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(to(path, token)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    HttpRequest.Builder to(String path, String token) {
        String address = "http://127.0.0.1:" + port() + path;
        var request = HttpRequest.newBuilder(URI.create(address));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
