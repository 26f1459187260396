package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.FreezableProxy;
import org.ncsoversight.backing.Kafka;
import org.ncsoversight.backing.ManagementPortSpecification;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a free port, with real Kafka and MongoDB, that has heard of one edition and one provider. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
// However slow the machine, an import is answered in its request; ImportsUnderWayIT asks for the other way.
@TestPropertySource(properties = "evidence.import-runs.answer-within=5m")
abstract class RunningService {

    static final String KAFKA = Kafka.bootstrapServersWith(
            "ncs.standard.v1",
            "ncs.providers.v1",
            "ncs.reporting.readiness.v1",
            "ncs.reporting.folded.v1",
            "ncs.evidence.v1",
            "ncs.evidence.dead-letters.v1",
            "ncs.evidence.replays.v1");
    static final FreezableProxy STORE = FreezableProxy.before(Mongo.uriOfNewDatabase());
    static final FreezableProxy ISSUER_KEYS = FreezableProxy.before(Tokens.jwksUri());
    static final JsonMapper JSON = new JsonMapper();

    private static final String BOUNDARY = "between-the-parts";
    /** Only what never comes takes so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private KnownProviders providers;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        var database = Mongo.uriOfNewDatabase();
        properties.add("spring.mongodb.uri", () -> STORE.inPlaceOf(database));
        properties.add("spring.kafka.bootstrap-servers", () -> KAFKA);
        properties.add("evidence.packs.shared-key", () -> "a key of two installations");
        properties.add("spring.kafka.consumer.group-id", () -> "test-" + UUID.randomUUID());
        var mail = Path.of(System.getProperty("java.io.tmpdir"), "mail-" + UUID.randomUUID());
        properties.add("evidence.mail.folder", mail::toString);
        properties.add("evidence.reminders.from", () -> "00:00");
        properties.add("evidence.webhooks.allow-loopback", () -> true);
        // Whatever port a receiver of a test was given.
        properties.add("evidence.webhooks.loopback-ports", () -> "1-65535");
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> Tokens.ISSUER);
        properties.add(
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri", () -> ISSUER_KEYS.inPlaceOf(Tokens.jwksUri()));
        properties.add("metrics.token", () -> ManagementPortSpecification.METRICS_TOKEN);
    }

    @BeforeEach
    void hear() throws Exception {
        publish("ncs.standard.v1", example("edition"));
        publish("ncs.providers.v1", example("provider"));
        eventually(() -> get("/evidence/new", lead(), "text/html").statusCode() == 200);
        var provider = new ProviderId("99000001");
        eventually(() -> providers.namesOf(List.of(provider)).containsKey(provider));
    }

    static String lead() {
        return Tokens.ofProvider("provider-lead", "99000001");
    }

    static String otherLead() {
        return Tokens.ofProvider("provider-lead", "99000002");
    }

    static String assessor() {
        return Tokens.ofAssessor("all");
    }

    /** A valid item as JSON. */
    static String item(UUID id) {
        return """
            {"evidence":"%s","title":"Survey of clients","statement":"What clients said","voice":"client",
             "criteria":["4.3","1.7"],"periodFrom":"2026-04-01","periodTo":"2026-04-30","reviewDate":"%s"}\
            """.formatted(id, LocalDate.now(ZoneOffset.UTC).plusYears(1));
    }

    HttpResponse<String> get(String path, String token, String accept, String... headers)
            throws IOException, InterruptedException {
        var request = request(path, token).header("Accept", accept);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> download(String path, String token) throws IOException, InterruptedException {
        return http.send(request(path, token).build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, String token, String type, String body)
            throws IOException, InterruptedException {
        var request = request(path, token)
                .header("Content-Type", type)
                .header("Accept", type.contains("json") ? "application/json" : "text/html")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String token, String type, byte[] body)
            throws IOException, InterruptedException {
        var request = request(path, token)
                .header("Content-Type", type)
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** As JSON, with or without having seen a version. */
    HttpResponse<String> sendJson(String method, String path, String token, String json, @Nullable String ifMatch)
            throws IOException, InterruptedException {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(json));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Decides about an item at the version it has now. */
    HttpResponse<String> decide(Object item, String decision, String token, String json)
            throws IOException, InterruptedException {
        var path = "/api/evidence/items/" + item;
        var seen = get(path, token, "application/json").headers().firstValue("ETag");
        return sendJson("POST", path + "/" + decision, token, json, seen.orElse("\"1\""));
    }

    /** With a body and headers, names and values in turn. */
    HttpResponse<String> call(String method, String path, String token, String body, String... headers)
            throws IOException, InterruptedException {
        var request = request(path, token).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String token, String json, String ifMatch)
            throws IOException, InterruptedException {
        var request = request(path, token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(json))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String token, String type, String body)
            throws IOException, InterruptedException {
        var request = request(path, token)
                .header("Content-Type", type)
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .header("If-Match", "*")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** A form with fields and files, each file under the name of its field. */
    HttpResponse<String> multipart(String path, String token, Map<String, String> fields, Map<String, byte[]> files)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) -> body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, name, value)
                        .getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, content) -> {
            body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                    .formatted(BOUNDARY, name, name)
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request = request(path, token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    JsonNode submit(UUID id, String token, String fileName, byte[] file) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\n" + item(id)
                        + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                        + fileName + "\"\r\nContent-Type: text/html\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var response = http.send(
                request("/api/evidence/items", token)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    static void publish(String topic, JsonNode example) throws Exception {
        var message = new ProducerRecord<>(
                topic, example.get("key").asString(), example.get("value").toString());
        message.headers()
                .add("ce_type", example.at("/headers/ce_type").asString().getBytes(StandardCharsets.UTF_8));
        publish(message);
    }

    static void publish(ProducerRecord<String, String> message) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", KAFKA), new StringSerializer(), new StringSerializer())) {
            producer.send(message).get();
        }
    }

    static JsonNode example(String type) throws IOException {
        return example("criteria", type);
    }

    static JsonNode example(String producer, String type) throws IOException {
        var name = "/contracts/%s/%s.v1.example.json".formatted(producer, type);
        try (var stream = RunningService.class.getResourceAsStream(name)) {
            return JSON.readTree(stream.readAllBytes());
        }
    }

    static void eventually(Callable<Boolean> condition) throws Exception {
        var limit = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertThat(Instant.now()).as("waited too long").isBefore(limit);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
