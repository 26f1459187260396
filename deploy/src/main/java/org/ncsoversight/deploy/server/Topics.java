package org.ncsoversight.deploy.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topics of the platform, as listed in {@code deploy/kafka/topics.yaml}. */
public record Topics(int partitions, Map<String, String> keptByName) {

    /** Of each partition of what is kept for some days only, however much comes in that time: 256 MiB. */
    private static final String PASSING_BYTES = "268435456";

    public static Topics read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<String, ?> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            @SuppressWarnings("unchecked") // The shape is checked by a test over the one file there is.
            var topics = (Map<String, String>) yaml.get("topics");
            var partitions = (Integer) yaml.get("partitions");
            if (partitions == null || topics == null) {
                throw new IllegalArgumentException(file + " must say partitions and topics");
            }
            return new Topics(partitions, topics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the topics that are not there. */
    public void createAt(String bootstrapServers) {
        List<NewTopic> topics = keptByName.keySet().stream()
                .map(topic -> new NewTopic(topic, partitions, (short) 1).configs(settings(topic)))
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (var created : admin.createTopics(topics).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new StartRefused("Kafka did not create the topics: " + e.getCause(), e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    Map<String, String> settings(String topic) {
        String kept = keptByName.getOrDefault(topic, "");
        if (kept.equals("latest per key")) {
            return Map.of("cleanup.policy", "compact");
        }
        if (kept.equals("for ever")) {
            return Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
        }
        if (kept.matches("\\d+ days")) {
            long days = Long.parseLong(kept.substring(0, kept.indexOf(' ')));
            return Map.of(
                    "cleanup.policy",
                    "delete",
                    "retention.ms",
                    String.valueOf(Duration.ofDays(days).toMillis()),
                    "retention.bytes",
                    PASSING_BYTES);
        }
        throw new IllegalArgumentException("topics are kept 'latest per key', 'for ever' or 'N days', not " + kept);
    }
}
