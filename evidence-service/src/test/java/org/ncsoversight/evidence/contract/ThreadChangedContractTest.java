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
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.planning.contract.ThreadChangedMessage;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A golden thread is published as contracts/ shows, without its name. */
class ThreadChangedContractTest {

    private static final Person LEAD = new Person("secret-subject", "secret-username", NORTHMOOR);

    private final JsonMapper json = new JsonMapper();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("thread-changed.v1.schema.json"));
    private final JsonNode example = json.readTree(text("thread-changed.v1.example.json"));

    @Test
    void we_publish_what_the_example_shows() {
        var sent = sent("plan-do-review");

        assertThat(json.readTree(sent.json())).isEqualTo(example.get("value"));
        assertThat(sent.key()).isEqualTo(example.get("key").asString());
        assertThat(sent.type()).isEqualTo(example.at("/headers/ce_type").asString());
        assertThat(sent.subject()).isEqualTo(example.at("/headers/ce_subject").asString());
        assertThat(sent.time()).isEqualTo(example.at("/headers/ce_time").asString());
        assertThat(sent.topic()).isEqualTo("ncs.evidence.v1");
        assertThat(sent.json()).doesNotContain("secret");
    }

    @Test
    void with_and_without_a_template_it_keeps_to_the_schema_and_nothing_does_not() {
        assertThat(schema.validate(example.get("value").toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(sent(null).json(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    private OutboxEvent sent(String template) {
        var at = Instant.parse(example.at("/headers/ce_time").asString());
        var naming = new GoldenThread.Naming("secret aim", UUID.randomUUID());
        var evidence = new TreeSet<>(
                List.of(UUID.fromString(example.at("/value/evidence/0").asString())));
        var thread = GoldenThread.create(
                        UUID.fromString(example.at("/value/thread").asString()),
                        NORTHMOOR,
                        new GoldenThread.Path(
                                "matrix-ncs-4e",
                                template,
                                Stream.of("1.1", "3.2", "4.1")
                                        .map(CriterionCode::new)
                                        .toList()),
                        naming,
                        LEAD,
                        at,
                        UUID.randomUUID())
                .thread();
        var closed = thread.closed(LEAD, at, UUID.randomUUID()).thread();
        var open = closed.reopened(LEAD, at, UUID.randomUUID()).thread();
        return ThreadChangedMessage.outboxEvent(open.holding(evidence, LEAD, at, UUID.randomUUID()), json);
    }

    private static String text(String name) {
        try (var stream = ThreadChangedContractTest.class.getResourceAsStream("/contracts/evidence/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
