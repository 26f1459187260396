package org.ncsoversight.evidence.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.readiness.Band;
import org.ncsoversight.evidence.readiness.InMemoryReadiness;
import org.ncsoversight.evidence.readiness.Readiness;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.outbox.Unreadable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** We understand what reporting-service promises. */
class ReadinessContractTest {

    private final JsonMapper json = new JsonMapper();
    private final InMemoryReadiness readiness = new InMemoryReadiness();
    private final ReadinessListener listener = new ReadinessListener(readiness, json);

    @Test
    void readiness_is_understood_with_its_reasons_and_the_time_it_was_computed() {
        listener.hear(record(ReadinessListener.READINESS, ReportingExamples.of("readiness")));

        var known = known();
        assertThat(known.edition()).isEqualTo("matrix-ncs-4e");
        assertThat(known.heard().at()).isEqualTo(Instant.parse("2026-11-23T10:15:30.120Z"));
        assertThat(known.of(new CriterionCode("1.7")).orElseThrow().band()).isEqualTo(Band.READY);
        var judged = known.of(new CriterionCode("4.3")).orElseThrow();
        assertThat(judged.band()).isEqualTo(Band.GATHERING);
        assertThat(judged.reasons().getFirst().facts())
                .isEqualTo(Map.of("measure", "satisfaction", "share", "0.625", "limit", "0.85", "base", "80"));
        assertThat(judged.reasons().getLast().voices()).containsExactly(Voice.CLIENT);
    }

    @Test
    void how_far_evidence_was_heard_is_understood_from_both_topics() {
        listener.hear(record(ReadinessListener.READINESS, ReportingExamples.of("readiness-evidence-up-to")));
        assertThat(known().heard().evidenceUpTo()).isEqualTo(Instant.parse("2026-11-23T10:15:29.870Z"));

        var later = ReportingExamples.of("folded-evidence-up-to");
        ((ObjectNode) later.at("/value/folded")).put("evidenceUpTo", "2026-11-23T10:20:00.000Z");
        listener.hear(record(ReadinessListener.FOLDED, later));
        assertThat(known().heard().evidenceUpTo()).isEqualTo(Instant.parse("2026-11-23T10:20:00Z"));

        listener.hear(record(ReadinessListener.FOLDED, ReportingExamples.of("folded")));
        assertThat(known().heard().evidenceUpTo())
                .as("the same version told again")
                .isNotNull();
    }

    @Test
    void late_and_repeated_readiness_changes_nothing() {
        var newest = ReportingExamples.of("readiness");
        var older = ReportingExamples.of("readiness");
        ((ObjectNode) older.get("value")).put("version", 16).put("edition", "an-older-one");
        listener.hear(record(ReadinessListener.READINESS, newest));
        listener.hear(record(ReadinessListener.READINESS, older));
        listener.hear(record(ReadinessListener.READINESS, newest));

        assertThat(known().version()).isEqualTo(17);
        assertThat(known().edition()).isEqualTo("matrix-ncs-4e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ukprn", "version", "edition", "criteria", "folded"})
    void a_field_we_use_must_be_there(String field) {
        var example = ReportingExamples.of("readiness");
        ((ObjectNode) example.get("value")).remove(field);

        assertRefused("field-refused", record(ReadinessListener.READINESS, example));
    }

    @Test
    void a_reason_without_a_fact_we_use_a_band_nobody_knows_and_a_strange_key_are_refused() {
        var reason = ReportingExamples.of("readiness");
        ((ObjectNode) reason.at("/value/criteria/1/reasons/1/facts")).remove("voice");
        assertRefused("field-refused", record(ReadinessListener.READINESS, reason));

        var band = ReportingExamples.of("readiness");
        ((ObjectNode) band.at("/value/criteria/0")).put("band", "SPLENDID");
        assertRefused("field-refused", record(ReadinessListener.READINESS, band));

        var other = ReportingExamples.of("folded");
        ((ObjectNode) other.get("value")).put("ukprn", "99000002");
        assertRefused("field-refused", record(ReadinessListener.FOLDED, other));
    }

    @Test
    void a_reason_added_later_is_kept_by_its_code_and_fields_added_later_are_not_minded() {
        var example = ReportingExamples.of("readiness");
        ((ObjectNode) example.get("value")).put("added", "later");
        ((ObjectNode) example.at("/value/criteria/1/reasons/1")).put("code", "moon-is-full");

        listener.hear(record(ReadinessListener.READINESS, example));

        var reason =
                known().of(new CriterionCode("4.3")).orElseThrow().reasons().getLast();
        assertThat(reason.code()).isEqualTo("moon-is-full");
        assertThat(reason.known()).isEmpty();
    }

    @Test
    void what_is_no_json_or_has_no_key_or_no_value_is_unreadable_and_another_type_is_not_for_us() {
        String type = ReadinessMessage.TYPE;
        assertRefused("value-unreadable", record(ReadinessListener.READINESS, "99000001", type, "{\"ukprn\""));
        assertRefused("key-missing", record(ReadinessListener.READINESS, null, type, "{}"));
        assertRefused("value-missing", record(ReadinessListener.READINESS, "99000001", type, null));

        listener.hear(record(ReadinessListener.READINESS, "99000001", "something.else.v1", "{}"));
        assertThat(readiness.of(
                        new ProviderId("99000001"), Callers.lead("99000001").own()))
                .isEmpty();
    }

    private Readiness known() {
        return readiness
                .of(new ProviderId("99000001"), Callers.lead("99000001").own())
                .orElseThrow();
    }

    private void assertRefused(String reason, ConsumerRecord<byte[], byte[]> record) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> listener.hear(record))
                .satisfies(e -> assertThat(e.reason()).as(e.detail()).isEqualTo(reason));
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, ObjectNode example) {
        return ReportingExamples.record(topic, example);
    }

    private static ConsumerRecord<byte[], byte[]> record(
            String topic, @Nullable String key, String type, @Nullable String value) {
        var record = new ConsumerRecord<>(topic, 0, 0, bytes(key), bytes(value));
        record.headers().add("ce_type", bytes(type));
        return record;
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
