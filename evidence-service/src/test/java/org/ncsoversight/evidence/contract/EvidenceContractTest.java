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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceEvent;
import org.ncsoversight.evidence.model.EvidenceFile;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we publish is what contracts/ shows. */
class EvidenceContractTest {

    private static final EvidenceId ID = new EvidenceId(UUID.fromString("0d6e2f6c-6d0e-4c37-9a51-6a1b1d4f7c02"));
    private static final Person LEAD = new Person("secret-subject", "secret-username", NORTHMOOR);
    private static final Person ASSESSOR = new Person("assessor-subject", "assessor-username", null);
    private static final EvidenceFile FILE =
            new EvidenceFile(UUID.randomUUID(), "secret-name.pdf", "application/pdf", 1, "ab".repeat(32));

    private final JsonMapper json = new JsonMapper();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("evidence.v1.schema.json"));

    @ParameterizedTest
    @ValueSource(strings = {"submitted", "accepted", "returned", "withdrawn"})
    void we_publish_what_the_example_shows(String type) {
        var example = example(type);
        var sent = EvidenceMessage.outboxEvent(
                event(type, Instant.parse(example.at("/headers/ce_time").asString())), json);

        assertThat(json.readTree(sent.json())).isEqualTo(example.get("value"));
        assertThat(sent.key()).isEqualTo(example.get("key").asString());
        assertThat(sent.type()).isEqualTo(example.at("/headers/ce_type").asString());
        assertThat(sent.source()).isEqualTo(example.at("/headers/ce_source").asString());
        assertThat(sent.subject()).isEqualTo(example.at("/headers/ce_subject").asString());
        assertThat(sent.time()).isEqualTo(example.at("/headers/ce_time").asString());
        assertThat(sent.topic()).isEqualTo("ncs.evidence.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submitted", "accepted", "returned", "withdrawn"})
    void examples_keep_to_the_schema(String type) {
        assertThat(schema.validate(example(type).get("value").toString(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void and_the_schema_bites() {
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void nothing_people_wrote_or_are_called_leaves_the_service() {
        var sent = EvidenceMessage.outboxEvent(event("returned", Instant.EPOCH), json);

        assertThat(sent.json())
                .doesNotContain("secret", "Survey of clients", "What clients said", "assessor-", "Too old");
    }

    private static EvidenceEvent event(String type, Instant at) {
        var submitted = Evidence.submit(
                ID,
                NORTHMOOR,
                Samples.content("4.3", "1.7"),
                List.of(FILE, FILE),
                Evidence.Step.first(LEAD, at),
                UUID.randomUUID());
        var evidence = submitted.evidence();
        return switch (type) {
            case "submitted" -> submitted;
            case "accepted" -> evidence.accept(ASSESSOR, at, UUID.randomUUID());
            case "returned" -> evidence.giveBack("Too old", ASSESSOR, at, UUID.randomUUID());
            default -> {
                var accepted = evidence.accept(ASSESSOR, at, UUID.randomUUID()).evidence();
                yield accepted.withdraw(LEAD, at, UUID.randomUUID());
            }
        };
    }

    private JsonNode example(String type) {
        return json.readTree(text("evidence-" + type + ".v1.example.json"));
    }

    private static String text(String name) {
        try (var stream = EvidenceContractTest.class.getResourceAsStream("/contracts/evidence/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
