package org.ncsoversight.evidence.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.registers.contract.RegisterCountedMessage;
import org.ncsoversight.evidence.registers.model.Count;
import org.ncsoversight.evidence.registers.model.RegisterCounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a register counts is published as contracts/ shows. */
class RegisterCountedContractTest {

    private final JsonMapper json = new JsonMapper();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("register-counted.v1.schema.json"));
    private final JsonNode example = json.readTree(text("register-counted.v1.example.json"));

    @Test
    void we_publish_what_the_example_shows() {
        var counts = new RegisterCounts(
                NORTHMOOR,
                "advisers",
                3,
                LocalDate.parse("2026-11-23"),
                List.of(
                        new Count("advisers-level-4", 10, 12),
                        new Count("advisers-level-6", 3, 12),
                        new Count("advisers-inducted", 12, 12),
                        new Count("advisers-appraised", 11, 12)));
        var at = Instant.parse(example.at("/headers/ce_time").asString());

        var sent = RegisterCountedMessage.outboxEvent(new RegisterCounts.Counted(UUID.randomUUID(), at, counts), json);

        assertThat(json.readTree(sent.json())).isEqualTo(example.get("value"));
        assertThat(sent.key()).isEqualTo(example.get("key").asString());
        assertThat(sent.type()).isEqualTo(example.at("/headers/ce_type").asString());
        assertThat(sent.subject()).isEqualTo(example.at("/headers/ce_subject").asString());
        assertThat(sent.time()).isEqualTo(example.at("/headers/ce_time").asString());
        assertThat(sent.topic()).isEqualTo("ncs.evidence.v1");
    }

    @Test
    void the_example_keeps_to_the_schema_and_nothing_does_not() {
        assertThat(schema.validate(example.get("value").toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    private static String text(String name) {
        try (var stream = RegisterCountedContractTest.class.getResourceAsStream("/contracts/evidence/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
