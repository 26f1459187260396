package org.ncsoversight.outcomes.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.outbox.Unreadable;
import org.ncsoversight.outcomes.InMemoryRegister;
import org.ncsoversight.outcomes.model.Provider;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.model.Ukprn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of criteria-service, read by our real code. */
class ProvidersContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InMemoryRegister register = new InMemoryRegister();
    private final ProvidersListener listener = new ProvidersListener(register, JSON);

    @Test
    void a_provider_is_remembered_by_name() throws IOException {
        listener.hear(example("provider.v1.example.json"));

        assertThat(register.provider(new Ukprn("99000001")))
                .contains(new Provider(new Ukprn("99000001"), "Northmoor Careers"));
    }

    @Test
    void a_contract_is_remembered_with_its_period_and_subcontractors() throws IOException {
        listener.hear(example("contract.v1.example.json"));

        var contract = register.contracts().on(new Touchpoint("0000000201"), LocalDate.parse("2026-10-14"));
        assertThat(contract).hasValueSatisfying(found -> {
            assertThat(found.prime()).isEqualTo(new Ukprn("99000001"));
            assertThat(found.involves(new Ukprn("99000101"))).isTrue();
        });
        assertThat(register.contracts().on(new Touchpoint("0000000201"), LocalDate.parse("2028-10-01")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "no json", "{\"version\":1,\"ukprn\":\"1\",\"name\":\"x\"}"})
    void a_provider_without_what_we_use_is_unreadable(String value) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> listener.hear(message(ProviderMessage.TYPE, value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"ukprn\":\"9900|001\",\"version\":1,\"name\":\"N\"};field-refused",
                "{\"ukprn\":\"990000011\",\"version\":1,\"name\":\"N\"};field-refused",
                "{\"ukprn\":null,\"version\":1,\"name\":\"N\"};field-refused",
                "{\"ukprn\":\"99000001\",\"version\":1e999999999,\"name\":\"N\"};value-unreadable",
                "{\"ukprn\":\"99000001\",\"version\":9223372036854775807,\"name\":\"N\"};field-refused",
                "{\"ukprn\":\"99000001\",\"version\":0,\"name\":\"N\"};field-refused",
                "{\"ukprn\":\"99000001\";value-unreadable",
                ";value-missing"
            })
    void what_makes_no_sense_is_refused_with_its_reason(String value, String reason) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> listener.hear(message(ProviderMessage.TYPE, value)))
                .satisfies(e -> assertThat(e.reason()).as(e.detail()).isEqualTo(reason));
        assertThat(register.providers()).isEmpty();
    }

    @Test
    void a_record_without_a_key_or_that_is_no_text_is_unreadable() {
        for (byte[] key : new byte[][] {null, new byte[1]}) {
            var record = new ConsumerRecord<>(ProvidersListener.TOPIC, 0, 0, key, new byte[] {(byte) 0xFF});
            record.headers().add("ce_type", ProviderMessage.TYPE.getBytes(UTF_8));

            assertThatExceptionOfType(Unreadable.class)
                    .isThrownBy(() -> listener.hear(record))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(key == null ? "key-missing" : "value-unreadable"));
        }
    }

    @Test
    void a_replay_is_read_like_a_record_of_the_topic_it_first_stood_on() {
        var first = message(ProviderMessage.TYPE, "{\"ukprn\":\"99000001\",\"version\":1,\"name\":\"N\"}");
        var replay = new ConsumerRecord<>(Listening.REPLAYS, 0, 0, first.key(), first.value());
        first.headers().forEach(replay.headers()::add);
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> listener.hear(replay));
        replay.headers().add("dead-letter-topic", ProvidersListener.TOPIC.getBytes(UTF_8));

        listener.hear(replay);

        assertThat(register.provider(new Ukprn("99000001"))).isPresent();
    }

    @Test
    void a_type_added_later_is_passed_over() {
        listener.hear(message("org.ncsoversight.providers.merger.v1", "{}"));

        assertThat(register.providers()).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> example(String name) throws IOException {
        try (InputStream in = ProvidersContractTest.class.getResourceAsStream("/contracts/criteria/" + name)) {
            JsonNode example = JSON.readTree(in);
            return message(
                    example.get("headers").get("ce_type").asString(),
                    example.get("value").toString());
        }
    }

    private static ConsumerRecord<byte[], byte[]> message(String type, String value) {
        var message = new ConsumerRecord<>(
                ProvidersListener.TOPIC, 0, 0, "key".getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
        message.headers().add("ce_type", type.getBytes(UTF_8));
        return message;
    }
}
