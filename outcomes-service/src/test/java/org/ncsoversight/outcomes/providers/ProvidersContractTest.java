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
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void a_type_added_later_is_passed_over() {
        listener.hear(message("org.ncsoversight.providers.merger.v1", "{}"));

        assertThat(register.providers()).isEmpty();
    }

    private static ConsumerRecord<String, String> example(String name) throws IOException {
        try (InputStream in = ProvidersContractTest.class.getResourceAsStream("/contracts/criteria/" + name)) {
            JsonNode example = JSON.readTree(in);
            return message(
                    example.get("headers").get("ce_type").asString(),
                    example.get("value").toString());
        }
    }

    private static ConsumerRecord<String, String> message(String type, String value) {
        var message = new ConsumerRecord<>(ProvidersListener.TOPIC, 0, 0, "key", value);
        message.headers().add("ce_type", type.getBytes(UTF_8));
        return message;
    }
}
