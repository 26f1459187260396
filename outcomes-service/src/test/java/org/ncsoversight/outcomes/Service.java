package org.ncsoversight.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.ncsoversight.backing.FreezableProxy;
import org.ncsoversight.backing.Kafka;
import org.ncsoversight.backing.ManagementPortSpecification;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.backing.Tokens;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole service with a real broker and database, as a caller from outside sees it. */
public final class Service implements AutoCloseable {

    public static final String BROKER = Kafka.bootstrapServersWith(
            "ncs.providers.v1", "ncs.outcomes.v1", "ncs.outcomes.dead-letters.v1", "ncs.outcomes.replays.v1");

    /** Only what never comes takes so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static final FreezableProxy STORE = FreezableProxy.before(Mongo.uriOfNewDatabase());
    static final FreezableProxy ISSUER_KEYS = FreezableProxy.before(Tokens.jwksUri());

    private final String database = Mongo.uriOfNewDatabase();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext context;

    private Service() {}

    public static Service start() {
        var service = new Service();
        service.context = service.run();
        return service;
    }

    public void restart() {
        context.close();
        context = run();
    }

    /** The framework's own list of what is answered. */
    public RequestMappingHandlerMapping mappings() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    public HttpResponse<String> send(String verb, String path, String token) {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Accept", path.startsWith("/api") ? "application/json,text/csv" : "text/html")
                        .method(verb, BodyPublishers.noBody()),
                token);
    }

    public MongoDatabase database() {
        return MongoClients.create(database).getDatabase(database.substring(database.lastIndexOf('/') + 1));
    }

    public HttpResponse<String> get(String path, String token, String accept) {
        return send(HttpRequest.newBuilder(uri(path)).header("Accept", accept), token);
    }

    public HttpResponse<String> get(String path, String token) {
        return get(path, token, "application/json");
    }

    public HttpResponse<String> post(String path, String token, String type, String body) {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .header("Accept", type.startsWith("multipart") ? "text/html" : "application/json")
                        .POST(BodyPublishers.ofString(body)),
                token);
    }

    public HttpResponse<String> postForm(String path, String token, String touchpoint, String mode, String file) {
        var boundary = "----boundary";
        var body = new StringBuilder();
        part(body, boundary, "name=\"touchpoint\"", touchpoint);
        part(body, boundary, "name=\"mode\"", mode);
        part(body, boundary, "name=\"file\"; filename=\"claims.csv\"\r\nContent-Type: text/csv", file);
        return post(path, token, "multipart/form-data; boundary=" + boundary, body + "--" + boundary + "--\r\n");
    }

    /** Says on the topic of criteria-service who there is, and waits until the service has heard. */
    public void hearOfTheWorld() {
        publishProvider("99000001", "Northmoor Careers");
        publishProvider("99000002", "Eastvale Futures");
        publishProvider("99000101", "Dale Skills");
        publishContract("0000000201", "Northmoor and the Dales", "99000001", "\"99000101\"");
        publishContract("0000000202", "Eastvale", "99000002", "");
        until(() -> database().getCollection("contracts").countDocuments() >= 2
                && database().getCollection("providers").countDocuments() >= 3);
    }

    public static void publish(String type, String key, String value) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER), new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<>("ncs.providers.v1", key, value);
            message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            var _ = producer.send(message);
        }
    }

    /** What stands on a topic, or comes to stand there, until it is this much. */
    public static List<ConsumerRecord<String, String>> read(
            String topic, Predicate<ConsumerRecord<String, String>> of, int count) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        BROKER,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (of.test(message)) {
                        found.add(message);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    public static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private static void publishProvider(String ukprn, String name) {
        publish("org.ncsoversight.providers.provider.v1", ukprn, """
            {"ukprn":"%s","version":1,"name":"%s","kind":"prime","accreditation":null}\
            """.formatted(ukprn, name));
    }

    private static void publishContract(String touchpoint, String area, String prime, String subcontractors) {
        String key = touchpoint + "/2024-10-01";
        publish("org.ncsoversight.providers.contract.v1", key, """
            {"contract":"%s","version":1,"touchpoint":"%s","area":"%s","from":"2024-10-01","to":null,\
            "prime":"%s","subcontractors":[%s]}\
            """.formatted(
                        key, touchpoint, area, prime, subcontractors));
    }

    private static void part(StringBuilder body, String boundary, String disposition, String content) {
        body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; ");
        body.append(disposition).append("\r\n\r\n").append(content).append("\r\n");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int port(String ofWhat) {
        return context.getEnvironment().getRequiredProperty("local." + ofWhat + ".port", Integer.class);
    }

    public int port() {
        return port("server");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private ConfigurableApplicationContext run() {
        var application = new SpringApplication(OutcomesService.class);
        application.setRegisterShutdownHook(false);
        return application.run(
                "--server.port=0",
                "--management.server.port=0",
                "--metrics.token=" + ManagementPortSpecification.METRICS_TOKEN,
                "--spring.mongodb.uri=" + STORE.inPlaceOf(database),
                "--spring.kafka.bootstrap-servers=" + BROKER,
                // Each service of this JVM reads the register from its beginning.
                "--spring.kafka.consumer.group-id=" + database.substring(database.lastIndexOf('/') + 1),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + Tokens.ISSUER,
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + ISSUER_KEYS.inPlaceOf(Tokens.jwksUri()),
                "--outcomes.outbox.poll-interval=100ms",
                "--outcomes.pseudonyms.key=" + ClaimRows.KEY);
    }
}
