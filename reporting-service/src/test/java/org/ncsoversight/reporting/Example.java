package org.ncsoversight.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.ncsoversight.reporting.contract.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record as a contract shows it, and variations of it. */
public record Example(String key, Headers headers, ObjectNode json) {

    /** For instance {@code evidence/evidence-accepted}. */
    public static Example of(String name) {
        try (InputStream in = Example.class.getResourceAsStream("/contracts/" + name + ".v1.example.json")) {
            JsonNode example = Wire.JSON.readTree(in);
            var headers = new RecordHeaders();
            example.get("headers")
                    .properties()
                    .forEach(header -> headers.add(
                            header.getKey(), header.getValue().asString().getBytes(StandardCharsets.UTF_8)));
            return new Example(example.get("key").asString(), headers, (ObjectNode) example.get("value"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with one field changed. */
    public Example with(String field, Object value) {
        ObjectNode changed = json.deepCopy();
        changed.set(field, Wire.JSON.valueToTree(value));
        return new Example(key, headers, changed);
    }

    public Example without(String field) {
        ObjectNode changed = json.deepCopy();
        changed.remove(field);
        return new Example(key, headers, changed);
    }

    public Example ofProvider(String ukprn) {
        return new Example(ukprn, headers, with("ukprn", ukprn).json());
    }

    public byte[] value() {
        return Wire.JSON.writeValueAsBytes(json);
    }
}
