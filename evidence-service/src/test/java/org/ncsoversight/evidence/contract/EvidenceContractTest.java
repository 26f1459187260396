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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.contract.EvidenceMessage;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.outbox.OutboxEvent;
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

    /** Fields are only added, so an older example shows less than we publish now, and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"submitted", "accepted", "returned", "withdrawn"})
    void we_publish_what_the_older_examples_show(String name) {
        var example = example(name);
        var sent = sent(name, example);

        assertHeaders(sent, example);
        var value = json.readTree(sent.json());
        example.get("value")
                .properties()
                .forEach(field ->
                        assertThat(value.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resubmitted", "review-started", "review-released", "superseded", "expired", "reaffirmed"})
    void we_publish_what_the_example_shows(String name) {
        var example = example(name);
        var sent = sent(name, example);

        assertHeaders(sent, example);
        assertThat(json.readTree(sent.json())).isEqualTo(example.get("value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submitted",
                "accepted",
                "returned",
                "withdrawn",
                "resubmitted",
                "review-started",
                "review-released",
                "superseded",
                "expired",
                "reaffirmed"
            })
    void examples_and_what_we_publish_keep_to_the_schema(String name) {
        var example = example(name);

        assertThat(schema.validate(example.get("value").toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(sent(name, example).json(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void who_looks_after_evidence_is_nobodys_business() {
        var arranged = Samples.submitted()
                .evidence()
                .arrange("secret-owner", new TreeSet<>(), null, Samples.LEAD, Instant.EPOCH, UUID.randomUUID());

        assertThat(EvidenceMessage.outboxEvents(arranged, json)).isEmpty();
    }

    private OutboxEvent sent(String name, JsonNode example) {
        var at = Instant.parse(example.at("/headers/ce_time").asString());
        return EvidenceMessage.outboxEvents(event(name, at), json).getFirst();
    }

    private static void assertHeaders(OutboxEvent sent, JsonNode example) {
        assertThat(sent.key()).isEqualTo(example.get("key").asString());
        assertThat(sent.type()).isEqualTo(example.at("/headers/ce_type").asString());
        assertThat(sent.source()).isEqualTo(example.at("/headers/ce_source").asString());
        assertThat(sent.subject()).isEqualTo(example.at("/headers/ce_subject").asString());
        assertThat(sent.time()).isEqualTo(example.at("/headers/ce_time").asString());
        assertThat(sent.topic()).isEqualTo("ncs.evidence.v1");
    }

    @Test
    void and_the_schema_bites() {
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void nothing_people_wrote_or_are_called_leaves_the_service() {
        var sent = EvidenceMessage.outboxEvents(event("returned", Instant.EPOCH), json)
                .getFirst();

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
        var accepted = evidence.accept(ASSESSOR, at, UUID.randomUUID()).evidence();
        return switch (type) {
            case "submitted" -> submitted;
            case "accepted" -> evidence.accept(ASSESSOR, at, UUID.randomUUID());
            case "returned" -> evidence.giveBack("Too old", ASSESSOR, at, UUID.randomUUID());
            case "review-started" -> evidence.startReview(ASSESSOR, at, UUID.randomUUID());
            case "review-released" ->
                evidence.startReview(ASSESSOR, at, UUID.randomUUID())
                        .evidence()
                        .releaseReview(ASSESSOR, at, UUID.randomUUID());
            case "resubmitted" ->
                accepted.resubmit(charter(), List.of(FILE), "secret why", LEAD, at, UUID.randomUUID());
            case "superseded" ->
                accepted.supersede(new EvidenceId(UUID.randomUUID()), "A newer item", at, UUID.randomUUID());
            case "expired" -> accepted.expire("Its review date has passed", at, UUID.randomUUID());
            case "reaffirmed" -> accepted.reaffirm(references(2), "Still so", LEAD, at, UUID.randomUUID());
            default -> accepted.withdraw(LEAD, at, UUID.randomUUID());
        };
    }

    private static SortedSet<Reference> references(int textVersion) {
        return new TreeSet<>(Set.of(
                new Reference("matrix-ncs-4e", new CriterionCode("1.7"), 1),
                new Reference("matrix-ncs-4e", new CriterionCode("4.3"), textVersion)));
    }

    private static Content charter() {
        var content = Samples.content("4.3", "1.7");
        return new Content(
                content.edition(),
                references(1),
                "secret-title",
                content.statement(),
                content.voice(),
                Kind.DOCUMENT,
                content.period(),
                content.reviewDate(),
                Classification.OFFICIAL_SENSITIVE,
                "secret-owner",
                "https://secret.example/charter",
                "customer-charter",
                new TreeSet<>(Set.of(UUID.randomUUID())));
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
