package org.ncsoversight.evidence.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.readiness.InMemoryReadiness;
import org.ncsoversight.evidence.reporting.ReadinessListener;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.InMemoryProviders;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.outbox.Unreadable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** We understand what criteria-service promises. */
class CriteriaContractTest {

    private final JsonMapper json = new JsonMapper();
    private final InMemoryStandard standard = new InMemoryStandard();
    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryReadiness readiness = new InMemoryReadiness();
    private final CriteriaListener listener =
            new CriteriaListener(standard, providers, json, _ -> {}, new ReadinessListener(readiness, json));

    @Test
    void an_edition_is_understood() {
        listener.hear(record(CriteriaListener.STANDARD, example("edition")));

        assertThat(standard.edition("matrix-ncs-4e")).hasValueSatisfying(edition -> {
            assertThat(edition.elements()).isNotEmpty();
            assertThat(edition.criterion(new CriterionCode("1.1"))).hasValueSatisfying(criterion -> {
                assertThat(criterion.textVersion()).isEqualTo(1);
                assertThat(criterion.voices()).contains(Voice.MANAGER, Voice.STAFF);
            });
        });
    }

    @Test
    void what_an_edition_asks_in_another_way_than_the_one_before_is_understood() {
        var example = example("edition-following");
        ((ObjectNode) example.at("/value/criteria/0")).put("asks", "Say what clients gained.");
        ((ObjectNode) example.at("/value/criteria/0"))
                .set(
                        "prompts",
                        json.readTree("{\"manager\":[],\"client\":[\"What did you gain?\"],\"owl\":[\"Who?\"]}"));

        listener.hear(record(CriteriaListener.STANDARD, example));

        var edition = standard.editions().getFirst();
        assertThat(edition.criteria().getFirst().asks()).isEqualTo("Say what clients gained.");
        assertThat(edition.criteria().getFirst().prompts())
                .isEqualTo(Map.of(Voice.CLIENT, List.of("What did you gain?")));
        assertThat(edition.criteria().getLast().prompts()).isEmpty();
        assertThat(edition.reworked())
                .extracting(
                        Edition.Earlier::edition, earlier -> earlier.criterion().value())
                .containsExactly(
                        tuple("matrix-ncs-4e", "1.1"), tuple("matrix-ncs-4e", "1.2"), tuple("matrix-ncs-4e", "1.3"));
    }

    @Test
    void a_provider_is_understood_and_a_contract_is_not_for_us() {
        listener.hear(record(CriteriaListener.PROVIDERS, example("provider")));
        listener.hear(record(CriteriaListener.PROVIDERS, example("contract")));

        assertThat(providers.namesOf(List.of(new ProviderId("99000001")))).containsValue("Northmoor Careers");
    }

    @Test
    void a_field_we_use_must_be_there() {
        for (String field : List.of("edition", "version", "title", "inForceFrom", "elements", "criteria")) {
            var example = example("edition");
            ((ObjectNode) example.get("value")).remove(field);

            assertRefused("field-refused", record(CriteriaListener.STANDARD, example));
        }
    }

    @Test
    void a_number_that_is_absurd_and_a_ukprn_that_is_none_are_refused() {
        for (String version : List.of("0", "9223372036854775807", "-1", "\"x\"")) {
            assertRefused("field-refused", provider("\"99000001\"", version));
        }
        assertRefused("value-unreadable", provider("\"99000001\"", "1e999999999"));
        for (String ukprn : List.of("\"9900|001\"", "\"990000011\"", "\"09000001\"", "\"\"", "null", "{}")) {
            assertRefused("field-refused", provider(ukprn, "1"));
        }
        assertThat(providers.all()).isEmpty();
    }

    @Test
    void what_is_no_json_or_no_text_or_has_no_key_is_unreadable() {
        assertRefused(
                "value-unreadable", record(CriteriaListener.PROVIDERS, "key", ProviderMessage.TYPE, "{\"ukprn\""));
        var bytes = new ConsumerRecord<>(CriteriaListener.PROVIDERS, 0, 0, new byte[1], new byte[] {(byte) 0xFF});
        bytes.headers().add("ce_type", ProviderMessage.TYPE.getBytes(StandardCharsets.UTF_8));
        assertRefused("value-unreadable", bytes);
        assertRefused("key-missing", record(CriteriaListener.PROVIDERS, null, ProviderMessage.TYPE, "{}"));
    }

    @Test
    void a_replay_is_read_like_a_record_of_the_topic_it_first_stood_on() {
        var replay = record("ncs.evidence.replays.v1", example("provider"));
        replay.headers().add("dead-letter-topic", CriteriaListener.PROVIDERS.getBytes(StandardCharsets.UTF_8));

        listener.hear(replay);

        assertThat(providers.all()).containsExactly(new ProviderId("99000001"));
        assertRefused("field-refused", record("ncs.evidence.replays.v1", example("provider")));
    }

    @Test
    void an_edition_says_when_evidence_lapses_soon_and_60_days_when_it_says_nothing() {
        listener.hear(record(CriteriaListener.STANDARD, example("edition")));
        listener.hear(record(CriteriaListener.STANDARD, example("edition-with-lapses-soon")));

        assertThat(standard.edition("matrix-ncs-4e"))
                .map(Edition::lapsesSoonInDays)
                .contains(60);
        assertThat(standard.edition("matrix-ncs-1e"))
                .map(Edition::lapsesSoonInDays)
                .contains(90);
    }

    @Test
    void a_replay_of_readiness_goes_to_whoever_hears_readiness() {
        var replay = record("ncs.evidence.replays.v1", "99000001", "org.ncsoversight.reporting.readiness.v1", """
            {"ukprn":"99000001","version":1,"edition":"e","criteria":[],"folded":{}}\
            """);
        replay.headers().add("dead-letter-topic", bytes(ReadinessListener.READINESS));

        listener.hear(replay);

        assertThat(readiness.of(
                        new ProviderId("99000001"), Callers.lead("99000001").own()))
                .isPresent();
    }

    @Test
    void a_field_we_do_not_know_is_ignored() {
        var example = example("provider");
        ((ObjectNode) example.get("value")).put("added", "later");

        listener.hear(record(CriteriaListener.PROVIDERS, example));

        assertThat(providers.namesOf(List.of(new ProviderId("99000001")))).hasSize(1);
    }

    @Test
    void a_record_without_a_type_and_one_without_a_value_are_unreadable() {
        assertRefused("type-missing", record(CriteriaListener.STANDARD, "k", null, "{}"));
        assertRefused("value-missing", record(CriteriaListener.STANDARD, "k", EditionMessage.TYPE, null));
        assertThat(standard.editions()).isEmpty();
    }

    private void assertRefused(String reason, ConsumerRecord<byte[], byte[]> record) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> listener.hear(record))
                .satisfies(e -> assertThat(e.reason()).as(e.detail()).isEqualTo(reason));
    }

    private static ConsumerRecord<byte[], byte[]> provider(String ukprn, String version) {
        return record(
                CriteriaListener.PROVIDERS,
                "99000001",
                ProviderMessage.TYPE,
                "{\"ukprn\":%s,\"version\":%s,\"name\":\"N\"}".formatted(ukprn, version));
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, JsonNode example) {
        return record(
                topic,
                example.get("key").asString(),
                example.at("/headers/ce_type").asString(),
                example.get("value").toString());
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, String key, String type, String value) {
        var record = new ConsumerRecord<>(topic, 0, 0, bytes(key), bytes(value));
        if (type != null) {
            record.headers().add("ce_type", bytes(type));
        }
        return record;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode example(String type) {
        var name = "/contracts/criteria/" + type + ".v1.example.json";
        try (var stream = CriteriaContractTest.class.getResourceAsStream(name)) {
            return json.readTree(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
