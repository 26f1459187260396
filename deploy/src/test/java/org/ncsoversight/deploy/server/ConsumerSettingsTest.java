package org.ncsoversight.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All services listen in the same way, so that all of them come back in the same way after an outage. */
class ConsumerSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"criteria", "evidence", "feedback", "outcomes", "reporting"})
    void a_listener_has_its_partitions_soon_after_its_broker_is_back(String service) throws IOException {
        Map<String, Object> kafka = kafka(service);
        Map<String, Object> consumer = map(kafka, "consumer");

        assertThat(map(consumer, "properties"))
                .containsEntry("session.timeout.ms", 10_000)
                .containsEntry("heartbeat.interval.ms", 3_000)
                .containsEntry("metadata.max.age.ms", 10_000)
                .containsEntry("max.poll.interval.ms", 60_000);
        Map<String, Object> ofAll = map(kafka.containsKey("properties") ? kafka : consumer, "properties");
        assertThat(ofAll)
                .containsEntry("metadata.recovery.strategy", "none")
                .containsEntry("reconnect.backoff.max.ms", 5_000);
        assertThat(consumer.get("value-deserializer"))
                .isEqualTo("org.apache.kafka.common.serialization.ByteArrayDeserializer");
        assertThat(consumer.get("auto-offset-reset")).isEqualTo("earliest");
        assertThat(consumer.get("fetch-max-wait"))
                .as("nobody asks a broker for news twice a second")
                .isEqualTo("2s");
        assertThat(String.valueOf(consumer.get("isolation-level")).replace('-', '_'))
                .isEqualTo("read_committed");
    }

    private static Map<String, Object> kafka(String service) throws IOException {
        Path file = Path.of("..", service + "-service", "src/main/resources/application.yaml");
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return map(map(yaml, "spring"), "kafka");
        }
    }

    @SuppressWarnings("unchecked") // Of files that stand here.
    private static Map<String, Object> map(Map<String, Object> in, String key) {
        return (Map<String, Object>) in.get(key);
    }
}
