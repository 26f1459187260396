package org.ncsoversight.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OncePerMinuteTest {

    private Duration now = Duration.ofHours(1);
    private final LoggerContext logging = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final OncePerMinute filter = new OncePerMinute(() -> now.toNanos());
    private final Logger kafka = logging.getLogger("org.apache.kafka.clients.NetworkClient");

    @BeforeEach
    void start() {
        logging.addTurboFilter(filter);
        written.setContext(logging);
        written.start();
        logging.getLogger("ROOT").addAppender(written);
    }

    @Test
    void the_same_line_is_written_once_a_minute_whichever_client_says_it() {
        for (int i = 0; i < 100; i++) {
            kafka.warn("[Consumer clientId=c-" + i + "] Connection to node {} could not be established", -i);
        }
        assertThat(written.list).hasSize(1);
        assertThat(filter.leftOut()).isEqualTo(99);

        now = now.plus(OncePerMinute.PAUSE).minusNanos(1);
        kafka.warn("[Consumer clientId=c-1] Connection to node {} could not be established", 1);
        assertThat(written.list).hasSize(1);

        now = now.plusNanos(1);
        kafka.warn("[Consumer clientId=c-1] Connection to node {} could not be established", 1);
        assertThat(written.list).hasSize(2);
    }

    @Test
    void something_else_is_written() {
        kafka.warn("[Consumer clientId=c-1] Connection to node {} could not be established", 1);
        kafka.warn("[Consumer clientId=c-1] Authentication failed");
        kafka.error("[Consumer clientId=c-1] Authentication failed");

        assertThat(written.list).hasSize(3);
    }

    @Test
    void our_own_lines_and_those_of_others_are_let_alone() {
        Logger ours = logging.getLogger("org.ncsoversight.reporting.Anything");
        ours.warn("Same");
        ours.warn("Same");

        assertThat(written.list).hasSize(2);
    }

    @Test
    void lines_below_the_level_are_not_remembered() {
        kafka.setLevel(Level.WARN);
        kafka.info("Same");
        kafka.setLevel(Level.INFO);
        kafka.info("Same");

        assertThat(written.list).hasSize(1);
    }

    @Test
    void installed_once_and_without_overruling_a_configured_level() {
        var fresh = new LoggerContext();
        QuietKafka.install(fresh);
        QuietKafka.install(fresh);
        assertThat(fresh.getTurboFilterList()).hasSize(1);
        assertThat(fresh.getLogger("org.apache.kafka.clients").getEffectiveLevel())
                .isEqualTo(Level.WARN);

        var configured = new LoggerContext();
        configured.getLogger("org.apache.kafka").setLevel(Level.DEBUG);
        QuietKafka.install(configured);
        assertThat(configured.getLogger("org.apache.kafka").getLevel()).isEqualTo(Level.DEBUG);
    }
}
