package org.ncsoversight.reporting.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.reporting.Example;
import org.ncsoversight.reporting.readiness.Band;
import org.ncsoversight.reporting.readiness.Edition;
import org.ncsoversight.reporting.readiness.ProviderFacts;
import org.ncsoversight.reporting.readiness.Readiness;
import org.ncsoversight.reporting.readiness.Voice;

class PublishedContractsTest {

    @ParameterizedTest
    @ValueSource(strings = {"readiness", "band-changed", "folded"})
    void the_example_is_as_the_schema_says_and_nothing_is_not(String name) {
        assertThat(errors(name, Example.of("reporting/" + name).json().toString()))
                .isEmpty();
        assertThat(errors(name, "{}")).isNotEmpty();
    }

    @Test
    void the_readiness_example_survives_our_code() {
        Example example = Example.of("reporting/readiness");

        String written = Wire.JSON.writeValueAsString(Wire.JSON.readValue(example.value(), ReadinessMessage.class));

        assertThat(Wire.JSON.readTree(written)).isEqualTo(Wire.JSON.readTree(example.value()));
    }

    @Test
    void the_folded_example_survives_our_code() {
        Example example = Example.of("reporting/folded");

        String written = Wire.JSON.writeValueAsString(Wire.JSON.readValue(example.value(), FoldedMessage.class));

        assertThat(Wire.JSON.readTree(written)).isEqualTo(Wire.JSON.readTree(example.value()));
    }

    @Test
    void how_far_evidence_was_heard_is_as_the_schemas_say_and_survives_our_code() {
        Example readiness = Example.of("reporting/readiness-evidence-up-to");
        Example folded = Example.of("reporting/folded-evidence-up-to");

        assertThat(errors("readiness", readiness.value())).isEmpty();
        assertThat(errors("folded", folded.value())).isEmpty();
        assertThat(errors("readiness", folded.value())).isNotEmpty();
        assertThat(Wire.JSON
                        .readValue(readiness.value(), ReadinessMessage.class)
                        .folded()
                        .evidenceUpTo())
                .isEqualTo(Instant.parse("2026-11-23T10:15:29.870Z"));
        assertThat(Wire.JSON.readTree(
                        Wire.JSON.writeValueAsString(Wire.JSON.readValue(folded.value(), FoldedMessage.class))))
                .isEqualTo(folded.json());
    }

    @Test
    void what_was_folded_before_there_were_threads_is_read_as_without() {
        String then = "{\"evidence\":6,\"responses\":1,\"shops\":2,\"claims\":3,\"hash\":\"4be643a1c90fd752\"}";

        assertThat(Wire.JSON.readValue(then, Folded.class))
                .isEqualTo(new Folded(6, 1, 2, 3, 0, 0, "4be643a1c90fd752", null));
        assertThat(Wire.JSON.writeValueAsString(new Folded(6, 1, 2, 3, 0, 0, "4be643a1c90fd752", null)))
                .isEqualTo(then);
        assertThatThrownBy(() -> Wire.JSON.readValue("{\"hash\":\"-\"}", Folded.class))
                .hasMessageContaining("evidence");
    }

    @Test
    void the_change_example_survives_our_code() {
        Example example = Example.of("reporting/band-changed");

        String written = Wire.JSON.writeValueAsString(Wire.JSON.readValue(example.value(), BandChangedMessage.class));

        assertThat(Wire.JSON.readTree(written)).isEqualTo(Wire.JSON.readTree(example.value()));
    }

    @Test
    void what_we_compute_is_as_the_schema_says() {
        var edition = new Edition("e", 1, List.of(new Edition.Criterion("1.1", 1, Set.of(Voice.STAFF))), List.of(), 60);
        var facts = new ProviderFacts(List.of(), List.of(), List.of(), List.of(), List.of());
        var readiness = Readiness.of(facts, edition, LocalDate.of(2026, 11, 23));

        var message = ReadinessMessage.of("99000001", 1, readiness, Folded.NOTHING);

        assertThat(errors("readiness", Wire.JSON.writeValueAsString(message))).isEmpty();
    }

    @Test
    void a_change_is_told_when_only_the_reasons_differ() {
        var before = criterion("voice-missing");
        var after = new ReadinessMessage(
                "99000001", 2, "e", LocalDate.EPOCH, 0, List.of(criterion("returned")), Folded.NOTHING);

        assertThat(BandChangedMessage.between(List.of(before), after)).hasSize(1);
        assertThat(BandChangedMessage.between(after.criteria(), after)).isEmpty();
    }

    private static ReadinessMessage.Criterion criterion(String reason) {
        return new ReadinessMessage.Criterion(
                "1.1", Band.GATHERING, List.of(new ReadinessMessage.Reason(reason, Map.of(), "act")));
    }

    private static List<?> errors(String name, byte[] json) {
        return errors(name, new String(json, StandardCharsets.UTF_8));
    }

    private static List<?> errors(String name, String json) {
        InputStream schema =
                PublishedContractsTest.class.getResourceAsStream("/contracts/reporting/" + name + ".v1.schema.json");
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
        return compiled.validate(json, InputFormat.JSON);
    }
}
