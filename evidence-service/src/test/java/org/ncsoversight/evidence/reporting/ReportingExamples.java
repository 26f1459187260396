package org.ncsoversight.evidence.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What reporting-service says, as its contract shows it. */
public final class ReportingExamples {

    private static final JsonMapper JSON = new JsonMapper();

    private ReportingExamples() {}

    public static ObjectNode of(String type) {
        var name = "/contracts/reporting/" + type + ".v1.example.json";
        try (var stream = ReportingExamples.class.getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ConsumerRecord<byte[], byte[]> record(String topic, ObjectNode example) {
        var record = new ConsumerRecord<>(
                topic,
                0,
                0,
                bytes(example.get("key").asString()),
                bytes(example.get("value").toString()));
        example.get("headers")
                .properties()
                .forEach(header -> record.headers()
                        .add(header.getKey(), bytes(header.getValue().asString())));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
