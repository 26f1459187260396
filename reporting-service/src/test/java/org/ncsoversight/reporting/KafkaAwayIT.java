package org.ncsoversight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.logging.OncePerMinute;
import org.ncsoversight.reporting.folding.ReadinessTopology;
import org.ncsoversight.reporting.progress.Progress;
import org.ncsoversight.reporting.progress.ProgressWatch;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The broker goes away under a running service. */
class KafkaAwayIT {

    /** So often must the clients have complained before their lines are counted. */
    private static final int COMPLAINTS = 100;

    @TempDir
    private Path state;

    @Test
    void it_says_so_in_a_few_lines_and_does_not_pretend_to_know_how_far_it_has_heard() {
        var broker = OwnBroker.start();
        broker.create(ReadinessTopology.DEAD_LETTERS);
        try (ConfigurableApplicationContext service = service(broker)) {
            var watch = service.getBean(ProgressWatch.class);
            OwnBroker.await(
                    "all is heard", () -> Long.valueOf(0).equals(watch.now().behind()));
            ListAppender<ILoggingEvent> written = everythingWritten();

            broker.close();

            long before = filter().leftOut();
            OwnBroker.await("the clients have complained", () -> filter().leftOut() - before > COMPLAINTS);
            OwnBroker.await("it cannot tell", () -> watch.now().behind() == null);
            Progress last = watch.now();
            assertThat(last.heardUpTo()).isNotNull();
            assertThat(service.getBean(HealthEndpoint.class)
                            .healthForPath("readiness", "stream")
                            .getStatus())
                    .isEqualTo(Status.UP);
            List<String> lines = List.copyOf(written.list).stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
            assertThat(lines).hasSizeLessThan(COMPLAINTS / 4);
        }
    }

    private ConfigurableApplicationContext service(OwnBroker broker) {
        return new SpringApplicationBuilder(ReportingService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.kafka.bootstrap-servers=" + broker.address(),
                        "--spring.mongodb.uri=" + Mongo.uriOfNewDatabase(),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + Tokens.ISSUER,
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + Tokens.jwksUri(),
                        "--reporting.stream.instance=away",
                        "--reporting.stream.state-dir=" + state);
    }

    private static OncePerMinute filter() {
        return logging().getTurboFilterList().stream()
                .filter(OncePerMinute.class::isInstance)
                .map(OncePerMinute.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ListAppender<ILoggingEvent> everythingWritten() {
        var appender = new ListAppender<ILoggingEvent>();
        appender.setContext(logging());
        appender.start();
        logging().getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return appender;
    }

    private static LoggerContext logging() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
