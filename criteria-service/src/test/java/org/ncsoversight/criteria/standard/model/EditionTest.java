package org.ncsoversight.criteria.standard.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditionTest {

    private static final CriterionCode ONE = CriterionCode.of("1.1");
    private static final CriterionCode TWO = CriterionCode.of("1.2");
    private static final CriterionCode UNKNOWN = CriterionCode.of("1.9");

    @Test
    void a_link_to_an_unknown_criterion_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> edition(List.of(new Link(ONE, UNKNOWN)), List.of()));
    }

    @Test
    void a_link_to_itself_or_a_link_twice_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> edition(List.of(new Link(ONE, ONE)), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edition(List.of(new Link(ONE, TWO), new Link(ONE, TWO)), List.of()));
    }

    @Test
    void a_thread_through_an_unknown_criterion_is_refused() {
        var thread = new GoldenThread("lost", "Lost", "", List.of(ONE, UNKNOWN));

        assertThatIllegalArgumentException().isThrownBy(() -> edition(List.of(), List.of(thread)));
    }

    @Test
    void a_link_is_followed_only_in_its_direction_unless_asked_backwards() {
        Edition edition = edition(List.of(new Link(ONE, TWO)), List.of());

        assertThat(edition.linkedFrom(ONE)).containsExactly(TWO);
        assertThat(edition.linkedFrom(TWO)).isEmpty();
        assertThat(edition.linkedTo(TWO)).containsExactly(ONE);
    }

    @Test
    void prompts_for_a_voice_that_is_not_asked_for_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Criterion(
                        ONE,
                        "Aims",
                        1,
                        "Aims.",
                        "",
                        List.of(),
                        List.of(Voice.MANAGER),
                        Set.of(),
                        Map.of(Voice.MANAGER, List.of(), Voice.CLIENT, List.of())));
    }

    @Test
    void an_edition_is_in_force_from_its_first_day_to_its_last() {
        Edition edition = edition(List.of(), List.of());

        assertThat(edition.inForceOn(LocalDate.of(2010, 12, 31))).isFalse();
        assertThat(edition.inForceOn(LocalDate.of(2011, 1, 1))).isTrue();
        assertThat(edition.inForceOn(LocalDate.of(2020, 12, 31))).isTrue();
        assertThat(edition.inForceOn(LocalDate.of(2021, 1, 1))).isFalse();
    }

    @Test
    void codes_are_ordered_as_people_count() {
        assertThat(CriterionCode.of("4.9")).isLessThan(CriterionCode.of("4.10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", "0.1", "1.0", "1.100", "1.1.1", "a.b", "1.1 "})
    void anything_else_is_no_code(String text) {
        assertThat(CriterionCode.parse(text)).isEmpty();
    }

    private static Edition edition(List<Link> links, List<GoldenThread> threads) {
        var contents = new Contents(
                "Test",
                List.of(new Element(1, "One", "")),
                List.of(criterion(ONE), criterion(TWO)),
                List.of(),
                links,
                threads,
                List.of());
        return Edition.bundled(
                new EditionId("test"), 1, contents, LocalDate.of(2011, 1, 1), Optional.of(LocalDate.of(2020, 12, 31)));
    }

    private static Criterion criterion(CriterionCode code) {
        return new Criterion(
                code,
                "Aims",
                1,
                "Aims.",
                "",
                List.of(),
                List.of(Voice.MANAGER),
                Set.of(),
                Map.of(Voice.MANAGER, List.of("Why?")));
    }
}
