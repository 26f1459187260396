package org.ncsoversight.criteria.standard.searching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.publishing.PublishBundledEdition;
import org.ncsoversight.criteria.standard.searching.CriteriaIndex.Hit;
import org.ncsoversight.criteria.standard.searching.CriteriaIndex.Sentence;
import org.ncsoversight.criteria.standard.searching.Passages.Run;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.store.InMemoryEditionStore;

class SearchingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final InMemoryEditionStore editions = new InMemoryEditionStore();
    private final SearchCriteria searching = new SearchCriteria(editions);
    private final Edition bundled = PublishBundledEdition.bundled();

    SearchingTest() throws IOException {}

    @BeforeEach
    void the_bundled_edition_is_published() {
        new PublishBundledEdition(editions, Clock.fixed(NOW, ZoneOffset.UTC)).publish(bundled);
    }

    @ParameterizedTest
    @CsvSource({
        "complaint,4.3",
        "complaining,4.3",
        "COMPLAINTS,4.3",
        "inductions,2.5",
        "induct,2.5",
        "referrals,3.6",
        "4.3,4.3",
        "customer charters,3.1",
        "partner,4.4",
        "PARTNERS,4.4",
        "'labour-market',1.8"
    })
    void words_are_found_whatever_their_endings(String words, String code) {
        assertThat(found(words)).contains(code);
    }

    @Test
    void the_beginning_of_a_word_is_marked_with_the_whole_word() {
        Hit hit = searching.search("partner", Optional.empty()).stream()
                .filter(it -> it.code().equals("1.8"))
                .findFirst()
                .orElseThrow();

        assertThat(hit.sentences())
                .flatExtracting(Sentence::runs)
                .filteredOn(Run::hit)
                .extracting(run -> run.text().toLowerCase(Locale.UK))
                .anyMatch(text -> text.startsWith("partnership"));
    }

    @Test
    void a_criterion_asked_for_by_its_number_comes_first() {
        assertThat(found("4.3").getFirst()).isEqualTo("4.3");
    }

    @Test
    void the_hit_is_marked_in_its_sentence() {
        Hit hit = searching.search("complaints", Optional.empty()).stream()
                .filter(it -> it.code().equals("4.3"))
                .findFirst()
                .orElseThrow();

        assertThat(hit.sentences())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.runs()).anySatisfy(run -> {
                    assertThat(run.hit()).isTrue();
                    assertThat(run.text()).containsIgnoringCase("compl");
                }));
        assertThat(hit.sentences().stream().map(SearchingTest::text))
                .allSatisfy(sentence -> assertThat(everythingOf("4.3")).contains(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\"",
                "(",
                "[a TO",
                "title:",
                "a AND OR NOT",
                "+-!(){}[]^\"~*?:\\/",
                "the of and",
                "***",
                "\u0000",
                "<script>alert(1)</script>",
                "AND",
                "~1",
                "\\",
                "ŵ🙂"
            })
    void odd_queries_are_answered(String words) {
        assertThat(searching.search(words, Optional.empty())).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void a_very_long_query_is_answered_by_its_beginning() {
        assertThat(found("complaints " + "x".repeat(100_000)).size()).isLessThanOrEqualTo(50);
        assertThat(found("complaints " + "complaint ".repeat(20_000))).contains("4.3");
    }

    @Test
    void what_is_published_meanwhile_is_found_and_an_edition_can_be_asked_alone() {
        assertThat(found("zebra")).isEmpty();
        var one = bundled.criterion(CriterionCode.of("1.1")).orElseThrow();
        var told = bundled.contents().with(one.withTexts(one.title(), "Zebras are counted.", "Of zebras."));
        editions.replace(new EditionPublished(
                UUID.randomUUID(),
                NOW,
                Edition.bundled(bundled.id(), 2, told, bundled.inForceFrom(), bundled.inForceTo())));

        assertThat(found("zebra")).containsExactly("1.1");
        assertThat(searching.search("zebra", Optional.of("matrix-ncs-4e"))).hasSize(1);
        assertThat(searching.search("zebra", Optional.of("another"))).isEmpty();
    }

    private List<String> found(String words) {
        return searching.search(words, Optional.empty()).stream().map(Hit::code).toList();
    }

    private String everythingOf(String code) {
        var criterion = bundled.criterion(CriterionCode.of(code)).orElseThrow();
        return criterion.title()
                + criterion.asks()
                + criterion.documents()
                + criterion.prompts()
                + bundled.threads()
                + bundled.contents().documents();
    }

    private static String text(CriteriaIndex.Sentence sentence) {
        return String.join("", sentence.runs().stream().map(Passages.Run::text).toList());
    }
}
