package org.ncsoversight.feedback.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.feedback.model.InMemoryProviderRegister;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.outbox.Unreadable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ProvidersContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final InMemoryProviderRegister register = new InMemoryProviderRegister();
    private final ProvidersListener listener = new ProvidersListener(register, JSON);

    @Test
    void a_provider_of_the_producers_example_is_understood() {
        var example = example("provider");

        listener.hear(record(example, example.get("value").toString()));

        assertThat(register.provider(new Ukprn(example.get("value").get("ukprn").asString())))
                .isPresent();
    }

    @Test
    void a_contract_of_the_producers_example_is_understood() {
        var example = example("contract");
        var value = example.get("value");

        listener.hear(record(example, value.toString()));

        var contract = register.contracts()
                .on(
                        new Touchpoint(value.get("touchpoint").asString()),
                        LocalDate.parse(value.get("from").asString()));
        assertThat(contract).isPresent();
        assertThat(contract.orElseThrow().prime())
                .isEqualTo(new Ukprn(value.get("prime").asString()));
        assertThat(contract.orElseThrow().subcontractors())
                .hasSize(value.get("subcontractors").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "touchpoint", "from", "prime", "subcontractors"})
    void a_contract_without_a_field_we_need_is_unreadable(String field) {
        var example = example("contract");
        ((ObjectNode) example.get("value")).remove(field);

        assertThatThrownBy(
                        () -> listener.hear(record(example, example.get("value").toString())))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.reason()).isEqualTo("field-refused"));
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
                .isThrownBy(() -> listener.hear(record(ProviderMessage.TYPE, value)))
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
        var first = record(ProviderMessage.TYPE, "{\"ukprn\":\"99000001\",\"version\":1,\"name\":\"N\"}");
        var replay = new ConsumerRecord<>(Listening.REPLAYS, 0, 0, first.key(), first.value());
        first.headers().forEach(replay.headers()::add);
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> listener.hear(replay));
        replay.headers().add("dead-letter-topic", ProvidersListener.TOPIC.getBytes(UTF_8));

        listener.hear(replay);

        assertThat(register.provider(new Ukprn("99000001"))).isPresent();
    }

    @Test
    void a_type_added_later_is_passed_over() {
        listener.hear(record("org.ncsoversight.providers.merger.v1", "{}"));

        assertThat(register.providers()).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> record(JsonNode example, String value) {
        return record(example.get("headers").get("ce_type").asString(), value);
    }

    private static ConsumerRecord<byte[], byte[]> record(String type, String value) {
        var record = new ConsumerRecord<>(
                ProvidersListener.TOPIC, 0, 0, "key".getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
        record.headers().add("ce_type", type.getBytes(UTF_8));
        return record;
    }

    private static JsonNode example(String type) {
        String path = "/contracts/criteria/" + type + ".v1.example.json";
        try (InputStream file = ProvidersContractTest.class.getResourceAsStream(path)) {
            return JSON.readTree(Objects.requireNonNull(file, path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
