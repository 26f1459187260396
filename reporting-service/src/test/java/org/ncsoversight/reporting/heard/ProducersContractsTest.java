package org.ncsoversight.reporting.heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.reporting.Example;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.readiness.ProviderFacts;

/** The producers' own examples, heard by our real code. */
class ProducersContractsTest {

    private static final String TOO_LONG = "1" + "0".repeat(900);

    private final Hearing hearing = new Hearing();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evidence/evidence-submitted",
                "evidence/evidence-resubmitted",
                "evidence/evidence-review-started",
                "evidence/evidence-review-released",
                "evidence/evidence-reaffirmed",
                "evidence/evidence-superseded",
                "evidence/evidence-expired",
                "evidence/evidence-accepted",
                "evidence/evidence-returned",
                "evidence/evidence-withdrawn",
                "evidence/thread-changed",
                "evidence/register-counted",
                "feedback/response-recorded",
                "feedback/shop-recorded",
                "outcomes/claim-recorded"
            })
    void every_example_is_a_fact(String name) {
        assertThat(hear(Example.of(name))).isInstanceOf(Heard.Fact.class);
    }

    @Test
    void the_registers_examples_are_understood() {
        assertThat(hear(Example.of("criteria/provider"))).isInstanceOf(Heard.Provider.class);
        assertThat(hear(Example.of("criteria/contract"))).isInstanceOf(Heard.Contract.class);
        assertThat(hear(Example.of("criteria/edition"))).isInstanceOf(Heard.Edition.class);
    }

    @ParameterizedTest
    @CsvSource({
        "evidence/evidence-accepted, voice",
        "evidence/evidence-accepted, state",
        "evidence/evidence-accepted, reviewDate",
        "evidence/evidence-accepted, version",
        "evidence/evidence-accepted, criteria",
        "evidence/thread-changed, edition",
        "evidence/thread-changed, criteria",
        "evidence/thread-changed, open",
        "evidence/thread-changed, evidence",
        "evidence/thread-changed, version",
        "evidence/register-counted, asOf",
        "evidence/register-counted, measures",
        "evidence/register-counted, version",
        "feedback/response-recorded, respondedOn",
        "feedback/response-recorded, answers",
        "feedback/shop-recorded, sections",
        "outcomes/claim-recorded, outcomeType",
        "outcomes/claim-recorded, priority",
        "outcomes/claim-recorded, effectiveOn",
        "criteria/provider, name",
        "criteria/contract, prime",
        "criteria/edition, inForceFrom",
        "criteria/edition, measures"
    })
    void the_absence_of_a_field_we_use_is_noticed(String name, String field) {
        assertThat(hear(Example.of(name).without(field))).isInstanceOf(Heard.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evidence/evidence-accepted", "feedback/response-recorded", "criteria/edition"})
    void a_field_added_later_is_not_minded(String name) {
        assertThat(hear(Example.of(name).with("added", List.of(1)))).isNotInstanceOf(Heard.Unreadable.class);
    }

    @Test
    void evidence_in_review_counts_as_submitted_and_reaffirmed_evidence_for_the_newer_text() {
        assertThat(evidence("evidence/evidence-review-started"))
                .singleElement()
                .satisfies(item -> assertThat(item.state()).isEqualTo(ProviderFacts.State.SUBMITTED));
        assertThat(evidence("evidence/evidence-reaffirmed"))
                .singleElement()
                .satisfies(item -> assertThat(item.textVersions()).isEqualTo(Map.of("1.7", 1, "4.3", 2)));
    }

    @Test
    void evidence_for_two_editions_counts_in_each_and_older_records_in_their_own() {
        var two = Example.of("evidence/evidence-reaffirmed")
                .with(
                        "references",
                        List.of(
                                Map.of("edition", "matrix-ncs-4e", "criterion", "4.3", "textVersion", 1),
                                Map.of("edition", "matrix-ncs-7e", "criterion", "7.2", "textVersion", 3)));

        assertThat(evidence(two))
                .extracting(ProviderFacts.Evidence::edition, ProviderFacts.Evidence::textVersions)
                .containsExactly(tuple("matrix-ncs-4e", Map.of("4.3", 1)), tuple("matrix-ncs-7e", Map.of("7.2", 3)));
        assertThat(evidence("evidence/evidence-accepted"))
                .singleElement()
                .satisfies(item -> assertThat(item.criteria()).containsExactlyInAnyOrder("1.7", "4.3"));
    }

    private List<ProviderFacts.Evidence> evidence(String example) {
        return evidence(Example.of(example));
    }

    private List<ProviderFacts.Evidence> evidence(Example example) {
        return ((Heard.Fact) hear(example)).latest().evidence().asEvidence();
    }

    @Test
    void only_the_overall_question_counts_and_only_when_answered() {
        var fact = (Heard.Fact) hear(Example.of("feedback/response-recorded"));

        assertThat(fact.latest().shares())
                .singleElement()
                .satisfies(share -> assertThat(share.tally()).isEqualTo("satisfaction|2026-10|0000000201|2|-"));
    }

    @Test
    void state_kept_before_there_were_threads_and_registers_is_read_as_without() {
        var kept = Wire.JSON.readValue("{\"version\":3,\"evidence\":null,\"shares\":[]}", Latest.class);

        assertThat(kept).isEqualTo(Latest.counted(3, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "evidence/evidence-accepted, ukprn, '99000001|'",
        "evidence/evidence-accepted, ukprn, 9900000",
        "evidence/evidence-accepted, evidence, 'a|b'",
        "evidence/evidence-accepted, reviewDate, 1066-10-14",
        "evidence/thread-changed, thread, ''",
        "evidence/register-counted, register, 'a|b'",
        "feedback/response-recorded, touchpoint, 'a|b'",
        "feedback/shop-recorded, shopDate, '+999999999-01-01'",
        "outcomes/claim-recorded, claim, 'a|b'",
        "criteria/provider, ukprn, '9900000|'"
    })
    void what_could_break_a_key_or_a_sum_is_refused_at_the_door(String name, String field, String value) {
        Example example = Example.of(name).with(field, value);
        String key = field.equals("ukprn") ? value : example.key();

        assertThat(hearing.hear(key, example.headers(), example.value())).isInstanceOf(Heard.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "feedback/response-recorded, weight",
        "feedback/shop-recorded, score",
        "feedback/shop-recorded, maxScore",
        "criteria/edition, limit"
    })
    void decimals_that_would_fill_the_memory_are_refused_at_the_door(String name, String field) {
        for (String hostile : List.of("1e999999999", "-1e999999999", "1e-999999999", "0e999999999", TOO_LONG)) {
            assertThat(hearWithNumber(name, field, hostile)).isInstanceOf(Heard.Unreadable.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "criteria/edition, minimumBase",
        "outcomes/claim-recorded, version",
        "outcomes/claim-recorded, outcomeType",
        "evidence/register-counted, numerator"
    })
    void whole_numbers_that_would_fill_the_memory_are_refused_at_the_door(String name, String field) {
        for (String hostile : List.of("1e999999999", "-1e999999999", TOO_LONG)) {
            assertThat(hearWithNumber(name, field, hostile)).isInstanceOf(Heard.Unreadable.class);
        }
    }

    private Heard hearWithNumber(String name, String field, String number) {
        Example example = Example.of(name);
        String json = new String(example.value(), StandardCharsets.UTF_8)
                .replaceAll("\"" + field + "\":[-0-9.eE]+", "\"" + field + "\":" + number);
        assertThat(json).contains(number);
        return hearing.hear(example.key(), example.headers(), json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_version_below_one_is_refused() {
        assertThat(hear(Example.of("outcomes/claim-recorded").with("version", 1)))
                .isInstanceOf(Heard.Fact.class);
        assertThat(hear(Example.of("outcomes/claim-recorded").with("version", 0)))
                .isInstanceOf(Heard.Unreadable.class);
    }

    @Test
    void a_fact_may_have_so_many_bytes_and_lists_and_no_more() {
        Example example = Example.of("evidence/thread-changed");

        assertThat(hear(example.with("padding", "x".repeat(500 * 1024)))).isInstanceOf(Heard.Fact.class);
        assertThat(reason(hear(example.with("padding", "x".repeat(513 * 1024)))))
                .isEqualTo("too-large");
        assertThat(hear(example.with("evidence", Collections.nCopies(2_000, "e"))))
                .isInstanceOf(Heard.Fact.class);
        assertThat(hear(example.with("evidence", Collections.nCopies(2_001, "e"))))
                .isInstanceOf(Heard.Unreadable.class);
        assertThat(hear(example.with("criteria", Collections.singletonList(null))))
                .isInstanceOf(Heard.Unreadable.class);
    }

    @Test
    void a_type_of_the_future_is_left_alone() {
        var headers = new RecordHeaders();
        headers.add("ce_type", "org.ncsoversight.evidence.hung-on-thread.v1".getBytes(StandardCharsets.UTF_8));

        assertThat(hearing.hear("99000001", headers, new byte[0])).isInstanceOf(Heard.Unknown.class);
    }

    @Test
    void what_cannot_be_read_says_why() {
        Example example = Example.of("evidence/evidence-accepted");

        assertThat(reason(hearing.hear(example.key(), new RecordHeaders(), example.value())))
                .isEqualTo("type-missing");
        assertThat(reason(hearing.hear(example.key(), example.headers(), null))).isEqualTo("empty");
        assertThat(reason(hearing.hear("99000002", example.headers(), example.value())))
                .isEqualTo("key-differs");
        assertThat(reason(hearing.hear(example.key(), example.headers(), new byte[] {'{'})))
                .isEqualTo("value-unreadable");
    }

    private Heard hear(Example example) {
        return hearing.hear(example.key(), example.headers(), example.value());
    }

    private static String reason(Heard heard) {
        return ((Heard.Unreadable) heard).reason();
    }
}
