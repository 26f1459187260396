package org.ncsoversight.reporting.folding;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.ncsoversight.reporting.OwnBroker;
import org.ncsoversight.reporting.heard.Hearing;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.util.unit.DataSize;

/** Makes streams as the service does, without the rest of the service. */
public final class Streams {

    static final Clock CLOCK = Clock.system(ZoneId.of("Europe/London"));

    private Streams() {}

    static StreamSettings settings(String instance, Path folder) {
        return new StreamSettings(
                folder,
                1,
                instance,
                Duration.ofSeconds(8),
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                DataSize.ofMegabytes(16),
                DataSize.ofMegabytes(8),
                DataSize.ofMegabytes(4));
    }

    /** Runs a stream until this is so. */
    public static void runUntil(OwnBroker broker, Path folder, String what, BooleanSupplier condition) {
        ReadinessStream stream = stream(broker, "until", folder, (_, _, _, _, _) -> {});
        stream.start();
        try {
            OwnBroker.await(what, condition);
        } finally {
            stream.stop();
        }
    }

    static ReadinessTopology.Surroundings surroundings(DeadLetters letters) {
        return new ReadinessTopology.Surroundings(
                new Hearing(), CLOCK, Duration.ofMillis(50), letters, _ -> {}, System::nanoTime);
    }

    static Properties properties(OwnBroker broker, StreamSettings settings, String clientId) {
        return properties(broker, settings).of(clientId);
    }

    static ReadinessStream stream(OwnBroker broker, String instance, Path folder, DeadLetters letters) {
        return stream(broker, instance, folder, letters, new StreamWatch(CLOCK, new SimpleMeterRegistry()));
    }

    static ReadinessStream stream(
            OwnBroker broker, String instance, Path folder, DeadLetters letters, StreamWatch watch) {
        StreamSettings settings = settings(instance, folder);
        return new ReadinessStream(
                settings,
                properties(broker, settings),
                new KafkaAdmin(Map.of("bootstrap.servers", broker.address())),
                new InstanceName(settings),
                surroundings(letters),
                watch);
    }

    private static StreamProperties properties(OwnBroker broker, StreamSettings settings) {
        return new StreamProperties(
                settings, new KafkaProperties(), () -> List.of(broker.address()), new InstanceName(settings));
    }
}
