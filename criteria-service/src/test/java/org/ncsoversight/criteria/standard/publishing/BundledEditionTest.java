package org.ncsoversight.criteria.standard.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ncsoversight.criteria.standard.messages.EditionFile;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Measure;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.store.InMemoryEditionStore;

class BundledEditionTest {

    private final InMemoryEditionStore editions = new InMemoryEditionStore();
    private final PublishBundledEdition publishing =
            new PublishBundledEdition(editions, Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC));
    private final Edition bundled = PublishBundledEdition.bundled();

    BundledEditionTest() throws IOException {}

    @Test
    void it_has_eight_five_six_and_eight_criteria() {
        Map<Integer, Long> perElement = bundled.criteria().stream()
                .collect(Collectors.groupingBy(criterion -> criterion.code().element(), Collectors.counting()));

        assertThat(perElement).isEqualTo(Map.of(1, 8L, 2, 5L, 3, 6L, 4, 8L));
    }

    @ParameterizedTest
    @CsvSource({
        "1.1,MS", "1.2,MS", "1.3,MS", "1.4,MS", "1.5,M", "1.6,MS", "1.7,SC", "1.8,MSP", "2.1,MS", "2.2,MSC",
        "2.3,MS", "2.4,MS", "2.5,MS", "3.1,MSC", "3.2,MS", "3.3,MSC", "3.4,SC", "3.5,SC", "3.6,SCP", "4.1,MS",
        "4.2,MSC", "4.3,MSC", "4.4,SCP", "4.5,MS", "4.6,MS", "4.7,MSC", "4.8,MS"
    })
    void each_criterion_asks_for_its_voices(String code, String initials) {
        String voices = criterion(code).voices().stream()
                .map(voice -> voice.name().substring(0, 1))
                .collect(Collectors.joining());

        assertThat(voices).isEqualTo(initials);
    }

    @Test
    void clients_are_heard_on_4_2_only_where_appropriate() {
        assertThat(criterion("4.2").whereAppropriate()).containsExactly(Voice.CLIENT);
        assertThat(bundled.criteria())
                .filteredOn(criterion -> !criterion.whereAppropriate().isEmpty())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1.1,3.2 4.1",
        "1.2,''",
        "1.5,3.1 4.2",
        "1.8,4.4",
        "2.2,''",
        "3.1,1.5 4.2",
        "3.2,1.1 4.1",
        "3.5,2.2",
        "4.1,1.1 3.2",
        "4.2,1.5 3.1",
        "4.3,1.1 1.5 1.7",
        "4.4,1.8",
        "4.8,1.1 1.5 3.2 4.1 4.2 4.3"
    })
    void links_go_one_way(String from, String to) {
        assertThat(bundled.linkedFrom(CriterionCode.of(from)).stream()
                        .map(CriterionCode::value)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(to);
    }

    @Test
    void every_voice_has_two_to_four_prompts_and_every_criterion_names_documents() {
        assertThat(bundled.criteria()).allSatisfy(criterion -> {
            assertThat(criterion.documents()).isNotEmpty();
            assertThat(criterion.prompts().values())
                    .allSatisfy(
                            prompts -> assertThat(prompts).hasSizeBetween(2, 4).doesNotHaveDuplicates());
        });
    }

    @Test
    void what_mystery_shops_and_clients_say_is_linked_to_criteria() {
        assertThat(bundled.measuresOf(CriterionCode.of("4.3")))
                .extracting(Measure::code)
                .containsExactly("satisfaction", "shop-complaints");
        assertThat(bundled.measuresOf(CriterionCode.of("1.5")))
                .extracting(Measure::code)
                .containsExactly("shop-action-plan", "career-management", "job-or-learning", "outcomes-reviewed");
    }

    @ParameterizedTest
    @CsvSource({
        "aims-on-target,1.1 4.1",
        "outcomes-reviewed,1.5",
        "resources-reviewed,2.2",
        "advisers-level-4,2.3",
        "advisers-level-6,2.4",
        "advisers-inducted,2.5",
        "advisers-appraised,4.6",
        "standards-met,3.2",
        "partnerships-evaluated,4.4",
        "actions-done,1.7 4.8"
    })
    void what_registers_count_is_linked_to_criteria_and_judged_from_few_on(String code, String criteria) {
        var measure = bundled.measures().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();

        assertThat(measure.criteria().stream().map(CriterionCode::value).collect(Collectors.joining(" ")))
                .isEqualTo(criteria);
        assertThat(measure.minimumBase()).isBetween(1, 3);
    }

    @Test
    void writing_and_reading_it_again_gives_the_same_edition() {
        assertThat(EditionFile.read(EditionFile.write(bundled))).isEqualTo(bundled);
    }

    @Test
    void it_is_published_once() {
        assertThat(publishing.publish(bundled)).isTrue();
        assertThat(publishing.publish(bundled)).isFalse();
        assertThat(editions.find(new EditionId("matrix-ncs-4e"))).contains(bundled);
    }

    @Test
    void a_revised_one_is_published_as_the_next_version() {
        publishing.publish(bundled);
        Contents contents = bundled.contents();
        var revised = Edition.bundled(
                bundled.id(),
                bundled.version(),
                new Contents(
                        "Another title",
                        contents.elements(),
                        contents.criteria(),
                        contents.documents(),
                        contents.links(),
                        List.of(),
                        contents.measures()),
                bundled.inForceFrom(),
                bundled.inForceTo());

        assertThat(publishing.publish(revised)).isTrue();
        assertThat(editions.find(bundled.id())).contains(revised.withVersion(2));
        assertThat(publishing.publish(revised)).isFalse();
    }

    private Criterion criterion(String code) {
        return bundled.criterion(CriterionCode.of(code)).orElseThrow();
    }
}
