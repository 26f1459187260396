package org.ncsoversight.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.ncsoversight.backing.Kafka;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.reporting.contract.BandChangedMessage;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.folding.ReadinessTopology;
import org.ncsoversight.reporting.heard.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole service between a real broker and a real database; started once for all tests. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningService {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String BROKERS = Kafka.bootstrapServersWith(
            Topics.STANDARD,
            Topics.PROVIDERS,
            Topics.EVIDENCE,
            Topics.FEEDBACK,
            Topics.OUTCOMES,
            ReadinessMessage.TOPIC,
            BandChangedMessage.TOPIC,
            ReadinessTopology.DEAD_LETTERS);
    private static final String MONGO = Mongo.uriOfNewDatabase();
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKERS), new StringSerializer(), new ByteArraySerializer());
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Autowired
    private Environment environment;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", () -> BROKERS);
        properties.add("spring.mongodb.uri", () -> MONGO);
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> Tokens.ISSUER);
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Tokens::jwksUri);
        properties.add("reporting.stream.state-dir", RunningService::newDirectory);
    }

    protected static String brokers() {
        return BROKERS;
    }

    /** Sends as a producer would; back when the broker has it. */
    protected static void send(String topic, Example example) {
        try {
            PRODUCER.send(new ProducerRecord<>(topic, null, example.key(), example.value(), example.headers()))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A provider with this name that nobody else uses, known to the service. */
    protected void aProvider(String ukprn, String name) {
        send(Topics.STANDARD, Example.of("criteria/edition"));
        send(Topics.PROVIDERS, Example.of("criteria/provider").ofProvider(ukprn).with("name", name));
        await(
                () -> get("/api/reporting/readiness/" + ukprn, Tokens.of("contract-manager")),
                answer -> answer.statusCode() == 200 && answer.body().contains(name));
    }

    protected HttpResponse<String> get(String path, String token, String... headers) {
        return ask(path, token, headers);
    }

    protected HttpResponse<String> getPage(String path, String token) {
        return ask(path, token, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    protected static JsonNode json(HttpResponse<String> answer) {
        return Wire.JSON.readTree(answer.body());
    }

    protected URI address(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }

    protected static HttpClient http() {
        return HTTP;
    }

    /** Asks again until it is so. */
    protected static <T> T await(Supplier<T> question, Predicate<T> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        T answer = question.get();
        while (!wanted.test(answer)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not so within " + PATIENCE + ": " + answer);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            answer = question.get();
        }
        return answer;
    }

    private HttpResponse<String> ask(String path, String token, String... headers) {
        var request = HttpRequest.newBuilder(address(path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newDirectory() {
        try {
            return Files.createTempDirectory("reporting-stream").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
