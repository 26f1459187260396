package org.ncsoversight.deploy.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ncsoversight.deploy.prepare.Command;
import org.ncsoversight.deploy.server.Servers;
import org.ncsoversight.deploy.server.Topics;

/** What Kafka needs beyond a start: a formatted folder before the first, and the platform's topics after each. */
record KafkaFolder(Servers servers, Path logs) {

    void format() {
        if (Files.notExists(servers.kafkaLog().resolve("meta.properties"))) {
            Command.run(
                    "Formatting Kafka's folder",
                    servers.prepared().libraries(),
                    logs.resolve("kafka-format.log"),
                    Map.of(),
                    servers.formatKafka());
        }
    }

    void createTopics() {
        Topics.read(servers.deploy().resolve("kafka/topics.yaml"))
                .createAt(servers.addresses().kafka());
    }
}
