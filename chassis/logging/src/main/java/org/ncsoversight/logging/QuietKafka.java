package org.ncsoversight.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Installs {@link OncePerMinute} in every service that has this module. */
public final class QuietKafka implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String KAFKA = "org.apache.kafka";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            install(logging);
        }
    }

    static void install(LoggerContext logging) {
        if (logging.getTurboFilterList().stream().noneMatch(OncePerMinute.class::isInstance)) {
            var filter = new OncePerMinute();
            filter.setContext(logging);
            filter.start();
            logging.addTurboFilter(filter);
        }
        Logger kafka = logging.getLogger(KAFKA);
        // Each client writes out its whole configuration otherwise.
        if (kafka.getLevel() == null) {
            kafka.setLevel(Level.WARN);
        }
    }
}
