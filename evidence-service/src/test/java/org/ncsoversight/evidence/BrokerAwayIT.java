package org.ncsoversight.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.KafkaProcess;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The broker dies like in a power cut and comes back. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class BrokerAwayIT {

    private static final KafkaProcess BROKER = KafkaProcess.start(
            "ncs.standard.v1",
            "ncs.providers.v1",
            "ncs.reporting.readiness.v1",
            "ncs.reporting.folded.v1",
            "ncs.evidence.v1",
            "ncs.evidence.dead-letters.v1",
            "ncs.evidence.replays.v1");

    @Autowired
    private KnownProviders providers;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        String database = Mongo.uriOfNewDatabase();
        properties.add("spring.mongodb.uri", () -> database);
        properties.add("spring.kafka.bootstrap-servers", BROKER::bootstrapServers);
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> Tokens.ISSUER);
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", Tokens::jwksUri);
    }

    @AfterAll
    static void end() {
        BROKER.close();
    }

    @Test
    void every_listener_goes_on_within_half_a_minute_and_no_client_forgets_its_topics_or_floods_the_log() {
        until(Duration.ofSeconds(60), this::allAssigned);
        publish("99000001");
        until(Duration.ofSeconds(30), () -> known("99000001"));
        try (var lines = new Lines()) {
            BROKER.kill();
            BROKER.comeBack();
            publish("99000002");

            until(Duration.ofSeconds(30), () -> known("99000002") && allAssigned());
            assertThat(lines.written)
                    .noneMatch(line -> line.getFormattedMessage().contains("Rebootstrapping"))
                    .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                    .hasSizeLessThan(20);
        }
    }

    /** What goes into the log of the service. */
    private static final class Lines implements AutoCloseable {

        private final List<ILoggingEvent> written = new CopyOnWriteArrayList<>();
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final Appender<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                written.add(event);
            }
        };

        Lines() {
            appender.start();
            root.addAppender(appender);
        }

        @Override
        public void close() {
            root.detachAppender(appender);
        }
    }

    private boolean allAssigned() {
        return listeners.getListenerContainers().stream()
                .allMatch(container -> !Objects.requireNonNull(container.getAssignedPartitions())
                        .isEmpty());
    }

    private boolean known(String ukprn) {
        return providers.all().contains(new ProviderId(ukprn));
    }

    private static void publish(String ukprn) {
        var record = new ProducerRecord<>(
                "ncs.providers.v1", ukprn, "{\"ukprn\":\"%s\",\"version\":1,\"name\":\"N\"}".formatted(ukprn));
        record.headers().add("ce_type", "org.ncsoversight.providers.provider.v1".getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void until(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
