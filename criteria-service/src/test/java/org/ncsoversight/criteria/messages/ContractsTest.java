package org.ncsoversight.criteria.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.criteria.model.Period;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.messages.ContractMessage;
import org.ncsoversight.criteria.register.messages.ProviderMessage;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.NameHistory;
import org.ncsoversight.criteria.register.model.Profile;
import org.ncsoversight.criteria.register.model.Profile.Figure;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.register.model.Succession;
import org.ncsoversight.criteria.register.model.Touchpoint;
import org.ncsoversight.criteria.register.model.accreditation.Step;
import org.ncsoversight.criteria.standard.messages.EditionMessage;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Element;
import org.ncsoversight.criteria.standard.model.GoldenThread;
import org.ncsoversight.criteria.standard.model.Link;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.Measure;
import org.ncsoversight.criteria.standard.model.NamedDocument;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.standard.publishing.PublishBundledEdition;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractsTest {

    private static final Path CONTRACTS = Path.of("contracts");
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edition",
                "edition-following",
                "edition-with-texts",
                "edition-with-lapses-soon",
                "provider",
                "provider-renamed-and-merged",
                "contract",
                "contract-with-profile"
            })
    void every_example_keeps_to_its_schema(String name) throws IOException {
        assertThat(violations(name.split("-", 2)[0], example(name).get("value").toString()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"edition", "provider", "contract"})
    void and_the_schema_rejects_nothing_at_all(String name) throws IOException {
        assertThat(violations(name, "{}")).isNotEmpty();
    }

    @Test
    void
            an_edition_that_follows_another_is_published_as_the_newest_example_shows_and_as_the_older_ones_but_for_what_was_added()
                    throws IOException {
        JsonNode example = example("edition-with-lapses-soon");
        OutboxEvent published = EditionMessage.event(
                new EditionPublished(id(example), recorded(example), following(), Set.of(CriterionCode.of("1.3"))));

        assertSame(example, published);
        JsonNode withoutDays = ((ObjectNode) JSON.readTree(published.json())).remove(List.of("lapsesSoonInDays"));
        assertThat(withoutDays).isEqualTo(example("edition-with-texts").get("value"));
        assertThat(withoutTexts(withoutDays.toString()))
                .isEqualTo(example("edition-following").get("value"));
    }

    @Test
    void an_edition_too_long_for_one_message_is_published_without_its_texts() throws IOException {
        var criteria = new ArrayList<Criterion>();
        for (int i = 1; i <= 60; i++) {
            criteria.add(criterion(CriterionCode.of("1." + i), "é".repeat(10_000)));
        }
        var contents = new Contents(
                "Long", List.of(new Element(1, "All", "")), criteria, List.of(), List.of(), List.of(), List.of());
        var edition = Edition.bundled(new EditionId("long"), 1, contents, LocalDate.of(2027, 4, 1), Optional.empty());

        String published = EditionMessage.event(new EditionPublished(UUID.randomUUID(), Instant.EPOCH, edition))
                .json();

        assertThat(published.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
        assertThat(published).contains("1.60").doesNotContain("asks");
        assertThat(violations("edition", published)).isEmpty();
    }

    @Test
    void the_bundled_edition_says_at_least_what_its_first_example_says() throws IOException {
        JsonNode example = example("edition");

        String published = EditionMessage.event(
                        new EditionPublished(id(example), recorded(example), PublishBundledEdition.bundled()))
                .json();

        assertThat(violations("edition", published)).isEmpty();
        assertThat(JSON.readTree(published).propertyNames())
                .containsAll(example.get("value").propertyNames());
        assertThat(withoutTexts(published).get("criteria"))
                .isEqualTo(example.get("value").get("criteria"));
    }

    private static JsonNode withoutTexts(String json) {
        JsonNode value = JSON.readTree(json);
        value.get("criteria").forEach(criterion -> ((ObjectNode) criterion).remove(List.of("asks", "prompts")));
        return value;
    }

    private static Edition following() {
        CriterionCode one = CriterionCode.of("1.1");
        CriterionCode two = CriterionCode.of("1.2");
        var earlier = new EditionId("matrix-ncs-4e");
        var contents = new Contents(
                "An edition in one element",
                List.of(new Element(1, "Everything", "")),
                List.of(criterion(one, "Asked."), criterion(two, "Asked.")),
                List.of(new NamedDocument("customer-charter", "Customer Charter", List.of(one))),
                List.of(new Link(one, two)),
                List.of(new GoldenThread("whole", "The whole", "", List.of(one, two))),
                List.of(new Measure("satisfaction", "Satisfied", List.of(two), Measure.Better.HIGHER, 0.85, 30)),
                90);
        return new Edition(
                new EditionId("matrix-ncs-1e"),
                2,
                contents,
                LocalDate.of(2027, 4, 1),
                Optional.of(LocalDate.of(2031, 3, 31)),
                Edition.State.SUPERSEDED,
                Optional.of(new Edition.Replacement(earlier, LocalDate.of(2027, 9, 30))),
                List.of(
                        new Mapping(earlier, one, List.of(one), Mapping.Kind.CHANGED),
                        new Mapping(earlier, two, List.of(one), Mapping.Kind.MERGED)),
                Edition.Source.ADMINISTRATOR);
    }

    private static Criterion criterion(CriterionCode code, String asks) {
        return new Criterion(
                code,
                "Criterion " + code,
                3,
                asks,
                "In practice.",
                List.of(),
                List.of(Voice.MANAGER, Voice.CLIENT),
                Set.of(Voice.CLIENT),
                Map.of(Voice.MANAGER, List.of(), Voice.CLIENT, List.of("What did you ask for?")));
    }

    @Test
    void a_provider_is_published_as_the_newer_example_shows_and_as_the_older_one_but_for_what_was_added()
            throws IOException {
        JsonNode example = example("provider-renamed-and-merged");
        JsonNode older = example("provider");
        Provider first = provider(3, Optional.empty());
        Provider renamed = new Provider(
                first.ukprn(),
                5,
                first.names().renamed("Northmoor and Dales Careers", LocalDate.of(2026, 4, 1)),
                first.kind(),
                first.steps(),
                Optional.of(new Succession(new Ukprn("99000002"), LocalDate.of(2027, 1, 1))));

        assertSame(example, ProviderMessage.event(new ProviderRecorded(id(example), recorded(example), renamed)));
        assertThat(without(
                        ProviderMessage.event(new ProviderRecorded(id(older), recorded(older), first)),
                        "names",
                        "succeededBy"))
                .isEqualTo(older.get("value"));
    }

    private static Provider provider(long version, Optional<Succession> succession) {
        return new Provider(
                new Ukprn("99000001"),
                version,
                NameHistory.of("Northmoor Careers"),
                Provider.Kind.PRIME,
                List.of(new Step(
                        UUID.randomUUID(),
                        Step.Kind.ACCREDITED,
                        LocalDate.of(2025, 2, 1),
                        Optional.empty(),
                        Optional.of(new EditionId("matrix-ncs-4e")),
                        "",
                        Instant.EPOCH,
                        "admin")),
                succession);
    }

    private static JsonNode without(OutboxEvent event, String... added) {
        return ((ObjectNode) JSON.readTree(event.json())).remove(List.of(added));
    }

    @Test
    void a_provider_that_is_not_accredited_and_a_contract_without_end_keep_to_the_schema_too() throws IOException {
        var provider = Provider.registered(new Ukprn("99000101"), "Dale Guidance", Provider.Kind.SUBCONTRACTOR);
        var contract = contract(Optional.empty());

        String published = ProviderMessage.event(new ProviderRecorded(UUID.randomUUID(), Instant.EPOCH, provider))
                .json();
        String endless = ContractMessage.event(new ContractRecorded(UUID.randomUUID(), Instant.EPOCH, contract))
                .json();

        assertThat(published).contains("\"accreditation\":null");
        assertThat(violations("provider", published)).isEmpty();
        assertThat(endless).contains("\"to\":null");
        assertThat(violations("contract", endless)).isEmpty();
    }

    @Test
    void a_contract_is_published_as_the_newer_example_shows_and_as_the_older_one_but_for_what_was_added()
            throws IOException {
        JsonNode example = example("contract-with-profile");
        JsonNode older = example("contract");
        Contract first = contract(Optional.of(LocalDate.of(2028, 9, 30)));
        var figures = new TreeMap<Integer, Map<Figure, Integer>>();
        figures.put(
                1,
                Map.of(
                        Figure.CUSTOMERS, 12_000,
                        Figure.CAREER_MANAGEMENT, 4_000,
                        Figure.JOB_OUTCOMES, 900,
                        Figure.LEARNING_OUTCOMES, 600));
        figures.put(2, Map.of(Figure.CUSTOMERS, 12_500));
        var second = new Contract(
                first.touchpoint(),
                2,
                first.areas().renamed("Northmoor, the Dales and the coast", LocalDate.of(2026, 4, 1)),
                first.period(),
                first.prime(),
                first.subcontractors(),
                new Profile(figures));

        assertSame(example, ContractMessage.event(new ContractRecorded(id(example), recorded(example), second)));
        assertThat(without(
                        ContractMessage.event(new ContractRecorded(id(older), recorded(older), first)),
                        "areas",
                        "profile"))
                .isEqualTo(older.get("value"));
    }

    private static Contract contract(Optional<LocalDate> to) {
        return new Contract(
                new Touchpoint("0000000201"),
                1,
                NameHistory.of("Northmoor and the Dales"),
                new Period(LocalDate.of(2024, 10, 1), to),
                new Ukprn("99000001"),
                List.of(new Ukprn("99000101")),
                Profile.NONE);
    }

    private static void assertSame(JsonNode example, OutboxEvent event) {
        JsonNode headers = example.get("headers");
        assertThat(JSON.readTree(event.json())).isEqualTo(example.get("value"));
        assertThat(event.key()).isEqualTo(example.get("key").asString());
        assertThat(event.type()).isEqualTo(headers.get("ce_type").asString());
        assertThat(event.source()).isEqualTo(headers.get("ce_source").asString());
        assertThat(event.subject()).isEqualTo(headers.get("ce_subject").asString());
        assertThat(event.time()).isEqualTo(headers.get("ce_time").asString());
    }

    private static UUID id(JsonNode example) {
        return UUID.fromString(example.get("headers").get("ce_id").asString());
    }

    private static Instant recorded(JsonNode example) {
        return Instant.parse(example.get("headers").get("ce_recordedtime").asString());
    }

    private static JsonNode example(String name) throws IOException {
        return JSON.readTree(Files.readString(CONTRACTS.resolve(name + ".v1.example.json")));
    }

    private static List<?> violations(String example, String json) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(CONTRACTS.resolve(example.split("-", 2)[0] + ".v1.schema.json")),
                        InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }
}
