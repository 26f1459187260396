package org.ncsoversight.criteria.standard.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.criteria.standard.publishing.PublishEdition.Command;
import org.ncsoversight.criteria.standard.publishing.PublishEdition.Result;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.store.InMemoryDraftStore;
import org.ncsoversight.criteria.store.InMemoryEditionStore;

class PublishingEditionsTest {

    private static final EditionId FOUR = new EditionId("matrix-ncs-4e");
    private static final EditionId NEXT = new EditionId("matrix-ncs-5e");
    private static final CriterionCode ONE = CriterionCode.of("1.1");
    private static final CriterionCode TWO = CriterionCode.of("1.2");

    private final InMemoryEditionStore editions = new InMemoryEditionStore();
    private final InMemoryDraftStore drafts = new InMemoryDraftStore();
    private final Clock today = on("2026-11-23");
    private final PublishEdition publishing =
            new PublishEdition(drafts, editions, new SettleEditions(editions, today), today);
    private final Edition bundled = PublishBundledEdition.bundled();

    PublishingEditionsTest() throws IOException {}

    @BeforeEach
    void one_edition_is_in_force() {
        new PublishBundledEdition(editions, today).publish(bundled);
    }

    @Test
    void a_new_edition_ends_the_one_before_the_day_before_and_both_are_announced() {
        drafts.add(draft(NEXT, bundled.contents()));

        Result result = publishing.publish(new Command(NEXT, "2027-04-01", "", OptionalLong.empty()));

        assertThat(result).isInstanceOf(Result.Published.class);
        assertThat(editions.find(FOUR).orElseThrow().inForceTo()).contains(LocalDate.of(2027, 3, 31));
        assertThat(leading("2027-03-31")).isEqualTo(FOUR);
        assertThat(leading("2027-04-01")).isEqualTo(NEXT);
        assertThat(editions.announced())
                .extracting(event ->
                        event.edition().id().value() + " " + event.edition().version())
                .containsExactly("matrix-ncs-4e 1", "matrix-ncs-5e 1", "matrix-ncs-4e 2");
        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void both_are_in_force_for_the_period_that_was_said_and_the_newer_leads() {
        drafts.add(draft(NEXT, bundled.contents()));

        publishing.publish(new Command(NEXT, "2027-04-01", "2027-09-30", OptionalLong.empty()));

        LocalDate between = LocalDate.of(2027, 6, 1);
        assertThat(editions.all()).allMatch(edition -> edition.inForceOn(between));
        assertThat(leading("2027-06-01")).isEqualTo(NEXT);
    }

    @Test
    void a_third_edition_in_force_at_once_is_refused() {
        drafts.add(draft(NEXT, bundled.contents()));
        publishing.publish(new Command(NEXT, "2027-04-01", "2028-09-30", OptionalLong.empty()));
        drafts.add(new Draft(
                1, portable(new EditionId("matrix-ncs-6e"), bundled.contents()), Optional.of(NEXT), Set.of()));

        Result result =
                publishing.publish(new Command(new EditionId("matrix-ncs-6e"), "2028-04-01", "", OptionalLong.empty()));

        assertThat(problems(result)).containsExactly("third-edition");
    }

    @Test
    void a_draft_that_says_where_the_criteria_of_another_edition_went_is_refused() {
        drafts.add(draft(NEXT, bundled.contents()));
        EditionId six = new EditionId("matrix-ncs-6e");
        drafts.add(draft(six, bundled.contents()));
        publish("2027-04-01", "");

        Result result = publishing.publish(new Command(six, "2029-04-01", "", OptionalLong.empty()));

        assertThat(result).isEqualTo(new Result.BaseChanged(editions.find(NEXT).orElseThrow()));
        assertThat(editions.find(six)).isEmpty();
    }

    @Test
    void dates_that_make_no_sense_are_refused() {
        drafts.add(draft(NEXT, bundled.contents()));

        assertThat(problems(publish("", ""))).containsExactly("missing");
        assertThat(problems(publish("2027-02-30", "x"))).containsExactly("not-a-date", "not-a-date");
        assertThat(problems(publish("2011-01-01", ""))).containsExactly("not-after-earlier");
        assertThat(problems(publish("2027-04-01", "2027-01-01"))).containsExactly("outside-dual-running");
        assertThat(problems(publish("2027-04-01", "2030-04-02"))).containsExactly("outside-dual-running");
    }

    @Test
    void a_draft_of_an_edition_in_force_becomes_its_next_version_and_only_changed_criteria_count_up() {
        drafts.add(draft(FOUR, changed(bundled.contents())));

        publishing.publish(new Command(FOUR, "", "", OptionalLong.empty()));

        Edition now = editions.find(FOUR).orElseThrow();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.criterion(ONE).orElseThrow().textVersion()).isEqualTo(2);
        assertThat(now.criterion(TWO).orElseThrow().textVersion()).isEqualTo(1);
        assertThat(editions.find(FOUR, 1)).contains(bundled);
    }

    @Test
    void text_versions_do_not_go_back_in_a_new_edition() {
        drafts.add(draft(FOUR, changed(bundled.contents())));
        publishing.publish(new Command(FOUR, "", "", OptionalLong.empty()));
        drafts.add(draft(NEXT, bundled.contents()));

        publish("2027-04-01", "");

        Edition next = editions.find(NEXT).orElseThrow();
        assertThat(next.criterion(ONE).orElseThrow().textVersion()).isEqualTo(3);
        assertThat(next.criterion(TWO).orElseThrow().textVersion()).isEqualTo(1);
    }

    @Test
    void voices_that_nobody_has_confirmed_and_a_version_somebody_changed_hold_it_back() {
        drafts.add(new Draft(1, portable(NEXT, bundled.contents()), Optional.of(FOUR), Set.of(TWO)));

        assertThat(publish("2027-04-01", "")).isEqualTo(new Result.VoicesUnconfirmed(Set.of(TWO)));
        assertThat(publishing.publish(new Command(NEXT, "2027-04-01", "", OptionalLong.of(7))))
                .isEqualTo(new Result.ChangedMeanwhile(1));
        assertThat(publishing.publish(new Command(new EditionId("none"), "", "", OptionalLong.empty())))
                .isEqualTo(new Result.NotFound());
    }

    @Test
    void what_leads_nowhere_is_announced_with_the_mapping() {
        var mapping = new Mapping(FOUR, ONE, List.of(ONE), Mapping.Kind.SAME);
        drafts.add(draft(NEXT, bundled.contents()).with(List.of(mapping)));

        publish("2027-04-01", "");

        EditionPublished event = editions.announced().get(1);
        assertThat(event.unmapped()).hasSize(26).contains(TWO).doesNotContain(ONE);
        assertThat(event.edition().mappedFromNothing()).hasSize(26).doesNotContain(ONE);
    }

    @Test
    void a_mapping_said_to_be_the_same_is_changed_when_the_text_is() {
        drafts.add(draft(NEXT, changed(bundled.contents()))
                .with(List.of(
                        new Mapping(FOUR, ONE, List.of(ONE), Mapping.Kind.SAME),
                        new Mapping(FOUR, TWO, List.of(TWO), Mapping.Kind.SAME))));

        publish("2027-04-01", "");

        assertThat(editions.find(NEXT).orElseThrow().mappings())
                .extracting(Mapping::kind)
                .containsExactly(Mapping.Kind.CHANGED, Mapping.Kind.SAME);
    }

    @Test
    void a_crash_between_the_two_writes_is_made_good() {
        drafts.add(draft(NEXT, bundled.contents()));
        publish("2026-12-01", "");
        Edition next = editions.find(NEXT).orElseThrow();
        var crashed = new InMemoryEditionStore();
        new PublishBundledEdition(crashed, today).publish(bundled);
        crashed.add(editions.announced().get(1));

        new SettleEditions(crashed, on("2026-12-24")).settle();

        Edition ended = crashed.find(FOUR).orElseThrow();
        assertThat(ended.inForceTo()).contains(LocalDate.of(2026, 11, 30));
        assertThat(ended.state()).isEqualTo(Edition.State.SUPERSEDED);
        assertThat(crashed.find(NEXT)).contains(next);
        int announced = crashed.announced().size();
        new SettleEditions(crashed, on("2026-12-24")).settle();
        assertThat(crashed.announced()).hasSize(announced);
    }

    @Test
    void the_bundled_edition_does_not_undo_what_an_administrator_published_or_ended() throws IOException {
        drafts.add(draft(FOUR, changed(bundled.contents())));
        publishing.publish(new Command(FOUR, "", "", OptionalLong.empty()));
        drafts.add(draft(NEXT, bundled.contents()));
        publish("2026-11-01", "");
        Edition ended = editions.find(FOUR).orElseThrow();

        assertThat(ended.inForceTo()).contains(LocalDate.of(2026, 10, 31));
        assertThat(new PublishBundledEdition(editions, today).publish(bundled)).isFalse();
        assertThat(editions.find(FOUR)).contains(ended);
    }

    private Result publish(String from, String until) {
        return publishing.publish(new Command(NEXT, from, until, OptionalLong.empty()));
    }

    private EditionId leading(String day) {
        return editions.leadingOn(LocalDate.parse(day)).orElseThrow().id();
    }

    private static List<String> problems(Result result) {
        return ((Result.Invalid) result)
                .problems().stream().map(FieldError::code).toList();
    }

    private static Draft draft(EditionId id, Contents contents) {
        return new Draft(1, portable(id, contents), Optional.of(FOUR), Set.of());
    }

    private static PortableEdition portable(EditionId id, Contents contents) {
        return new PortableEdition(id, contents, Optional.empty(), Optional.empty(), List.of());
    }

    private static Contents changed(Contents contents) {
        return contents.withCriteria(List.of(
                contents.criterion(ONE).orElseThrow().withTexts("Other words", "Something else is asked.", "")));
    }

    private static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T09:00:00Z"), ZoneOffset.UTC);
    }
}
