package org.ncsoversight.evidence.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.InMemoryProviders;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** We understand what criteria-service promises. */
class CriteriaContractTest {

    private final JsonMapper json = new JsonMapper();
    private final InMemoryStandard standard = new InMemoryStandard();
    private final InMemoryProviders providers = new InMemoryProviders();
    private final CriteriaListener listener = new CriteriaListener(standard, providers, json, _ -> {});

    @Test
    void an_edition_is_understood() {
        listener.standard(record(example("edition")));

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

        listener.standard(record(example));

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
        listener.providers(record(example("provider")));
        listener.providers(record(example("contract")));

        assertThat(providers.namesOf(List.of(new ProviderId("99000001")))).containsValue("Northmoor Careers");
    }

    @Test
    void a_field_we_use_must_be_there() {
        for (String field : List.of("edition", "version", "title", "inForceFrom", "elements", "criteria")) {
            var example = example("edition");
            ((ObjectNode) example.get("value")).remove(field);

            assertThatThrownBy(() -> listener.standard(record(example)))
                    .as(field)
                    .isInstanceOf(UnreadableMessage.class);
        }
    }

    @Test
    void a_field_we_do_not_know_is_ignored() {
        var example = example("provider");
        ((ObjectNode) example.get("value")).put("added", "later");

        listener.providers(record(example));

        assertThat(providers.namesOf(List.of(new ProviderId("99000001")))).hasSize(1);
    }

    @Test
    void a_record_without_a_type_is_unreadable_and_one_without_a_value_says_nothing() {
        assertThatThrownBy(() -> listener.standard(new ConsumerRecord<>("t", 0, 0, "k", "{}")))
                .isInstanceOf(UnreadableMessage.class);
        var gone = new ConsumerRecord<String, String>("t", 0, 0, "k", null);
        gone.headers().add("ce_type", EditionMessage.TYPE.getBytes(StandardCharsets.UTF_8));

        listener.standard(gone);

        assertThat(standard.editions()).isEmpty();
    }

    private static ConsumerRecord<String, String> record(JsonNode example) {
        var message = new ConsumerRecord<>(
                "topic",
                0,
                0,
                example.get("key").asString(),
                example.get("value").toString());
        message.headers()
                .add("ce_type", example.at("/headers/ce_type").asString().getBytes(StandardCharsets.UTF_8));
        return message;
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
