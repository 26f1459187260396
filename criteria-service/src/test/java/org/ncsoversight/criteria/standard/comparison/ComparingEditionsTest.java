package org.ncsoversight.criteria.standard.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.standard.comparison.Comparison.Status;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.standard.publishing.PublishBundledEdition;

class ComparingEditionsTest {

    private final Contents bundled = PublishBundledEdition.bundled().contents();

    ComparingEditionsTest() throws IOException {}

    @Test
    void words_that_came_and_went_stand_where_they_were() {
        assertThat(told("Staff can say what they do.", "Staff and clients can say what they did."))
                .isEqualTo("Staff {and clients} can say what they [do.] {did.}");
    }

    @Test
    void nothing_against_something_is_all_one_run() {
        assertThat(told("", "All new")).isEqualTo("{All new}");
        assertThat(told("All gone", "")).isEqualTo("[All gone]");
        assertThat(told("", "")).isEmpty();
        assertThat(told("same  words", "same words")).isEqualTo("same words");
    }

    @Test
    void a_paragraph_begins_a_run_of_its_own() {
        assertThat(WordDifference.between("One.\n\nTwo.", "One.\n\nTwo."))
                .extracting(WordDifference.Run::paragraph)
                .containsExactly(false, true);
    }

    @Test
    void two_long_texts_with_no_word_in_common_are_compared_in_little_memory() {
        String one = IntStream.range(0, 4_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        String other = IntStream.range(0, 4_000).mapToObj(i -> "b" + i).collect(Collectors.joining(" "));

        assertThat(WordDifference.between(one, other)).hasSizeBetween(2, 8_000);
    }

    @Test
    void each_criterion_is_told_by_what_became_of_it() {
        var one = bundled.criterion(CriterionCode.of("1.1")).orElseThrow();
        var two = bundled.criterion(CriterionCode.of("1.2")).orElseThrow();
        Contents after = bundled.withCriteria(List.of(
                one.withTexts("Other title", one.asks(), one.practice()),
                two.withVoices(List.of(Voice.CLIENT), Set.of())));

        Comparison comparison = Comparison.between(bundled, after);

        assertThat(comparison.toLookAt())
                .extracting(change -> change.code().value())
                .containsExactly("1.1");
        assertThat(comparison.changed())
                .extracting(Comparison.CriterionChange::status)
                .containsExactly(Status.CHANGED, Status.OTHERWISE_CHANGED);
        assertThat(comparison.linksAdded()).isEmpty();
        assertThat(comparison.alsoChanged()).isEmpty();
    }

    @Test
    void a_new_edition_is_compared_as_its_criteria_were_led_there_whatever_their_numbers() {
        var four = Edition.bundled(new EditionId("four"), 1, bundled, LocalDate.of(2011, 1, 1), Optional.empty());
        CriterionCode one = CriterionCode.of("1.1");
        CriterionCode two = CriterionCode.of("1.2");
        CriterionCode three = CriterionCode.of("1.3");
        // What was 1.2 is 1.1 now, 1.3 holds what 1.1 and 1.3 held, and nothing leads to 1.2.
        var moved = bundled.criterion(two).orElseThrow();
        Contents after = bundled.withCriteria(List.of(new Criterion(
                one,
                moved.title(),
                1,
                moved.asks(),
                moved.practice(),
                moved.documents(),
                moved.voices(),
                moved.whereAppropriate(),
                moved.prompts())));
        var mappings = new ArrayList<>(List.of(
                new Mapping(four.id(), two, List.of(one), Mapping.Kind.SAME),
                new Mapping(four.id(), one, List.of(three), Mapping.Kind.MERGED),
                new Mapping(four.id(), three, List.of(three), Mapping.Kind.MERGED),
                new Mapping(new EditionId("another"), one, List.of(two), Mapping.Kind.SAME)));
        bundled.criteria().stream()
                .filter(criterion -> criterion.code().compareTo(CriterionCode.of("1.4")) > 0)
                .forEach(criterion -> mappings.add(Mapping.toItself(four.id(), criterion, criterion)));

        Comparison comparison = Comparison.following(four, after, mappings);

        assertThat(comparison.toLookAt())
                .extracting(change -> change.code() + " " + change.label())
                .containsExactly("1.2 New", "1.3 Merged from 1.1, 1.3", "1.4 New", "1.4 Gone");
    }

    private static String told(String before, String after) {
        return WordDifference.between(before, after).stream()
                .map(run -> switch (run.kind()) {
                    case SAME -> run.text();
                    case INSERTED -> "{" + run.text() + "}";
                    case DELETED -> "[" + run.text() + "]";
                })
                .collect(Collectors.joining(" "));
    }
}
