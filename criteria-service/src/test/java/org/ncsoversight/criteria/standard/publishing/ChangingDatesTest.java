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
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.criteria.standard.publishing.ChangeDates.Command;
import org.ncsoversight.criteria.standard.publishing.ChangeDates.Result;
import org.ncsoversight.criteria.store.InMemoryDraftStore;
import org.ncsoversight.criteria.store.InMemoryEditionStore;

class ChangingDatesTest {

    private static final EditionId FOUR = new EditionId("matrix-ncs-4e");
    private static final EditionId FIVE = new EditionId("matrix-ncs-5e");
    private static final EditionId SIX = new EditionId("matrix-ncs-6e");

    private final InMemoryEditionStore editions = new InMemoryEditionStore();
    private final Edition bundled = PublishBundledEdition.bundled();

    ChangingDatesTest() throws IOException {}

    @BeforeEach
    void an_edition_was_published_for_a_year_that_was_mistyped() {
        new PublishBundledEdition(editions, on("2026-11-23")).publish(bundled);
        publish(FIVE, FOUR, "2072-04-01", "2072-09-30");
    }

    @Test
    void an_edition_that_is_not_in_force_yet_takes_other_days_and_the_one_before_follows() {
        Result result = change("2026-11-23", FIVE, "2027-04-01", "2027-09-30");

        Edition five = editions.find(FIVE).orElseThrow();
        assertThat(result).isEqualTo(new Result.Changed(five));
        assertThat(five.version()).isEqualTo(2);
        assertThat(five.inForceFrom()).isEqualTo(LocalDate.of(2027, 4, 1));
        assertThat(editions.find(FOUR).orElseThrow().inForceTo()).contains(LocalDate.of(2027, 9, 30));
    }

    @Test
    void then_a_later_edition_can_follow() {
        change("2026-11-23", FIVE, "2027-04-01", "");

        publish(SIX, FIVE, "2029-04-01", "");

        assertThat(editions.leadingOn(LocalDate.of(2030, 1, 1)).map(Edition::id))
                .contains(SIX);
        assertThat(problems(change("2026-11-23", FIVE, "2029-04-01", ""))).containsExactly("not-before-later");
        assertThat(problems(change("2026-11-23", FIVE, "2027-04-01", "2029-04-01")))
                .containsExactly("third-edition");
    }

    @Test
    void the_end_of_dual_running_is_moved_while_it_lies_ahead_and_the_first_day_stays() {
        change("2026-11-23", FIVE, "2027-04-01", "2027-09-30");

        assertThat(change("2027-06-01", FIVE, "", "2027-12-31")).isInstanceOf(Result.Changed.class);
        assertThat(editions.find(FOUR).orElseThrow().inForceTo()).contains(LocalDate.of(2027, 12, 31));
        assertThat(editions.find(FIVE).orElseThrow().inForceFrom()).isEqualTo(LocalDate.of(2027, 4, 1));
        assertThat(problems(change("2027-06-01", FIVE, "", "2027-05-31"))).containsExactly("past");
        assertThat(problems(change("2027-06-01", FIVE, "", ""))).containsExactly("past");
    }

    @Test
    void days_that_have_come_stay() {
        change("2026-11-23", FIVE, "2027-04-01", "2027-09-30");

        assertThat(change("2027-10-01", FIVE, "2028-04-01", "")).isEqualTo(new Result.TooLate());
        assertThat(change("2027-10-01", FOUR, "2028-04-01", "")).isEqualTo(new Result.TooLate());
    }

    @Test
    void days_that_make_no_sense_and_a_version_somebody_changed_are_refused() {
        assertThat(problems(change("2026-11-23", FIVE, "", ""))).containsExactly("missing");
        assertThat(problems(change("2026-11-23", FIVE, "2010-04-01", ""))).containsExactly("not-after-earlier");
        assertThat(problems(change("2026-11-23", FIVE, "2027-04-01", "2027-01-01")))
                .containsExactly("outside-dual-running");
        assertThat(changing("2026-11-23").change(new Command(FIVE, "2027-04-01", "", OptionalLong.of(7))))
                .isInstanceOf(Result.ChangedMeanwhile.class);
        assertThat(change("2026-11-23", SIX, "2027-04-01", "")).isEqualTo(new Result.NotFound());
    }

    @Test
    void the_same_days_again_announce_nothing() {
        int announced = editions.announced().size();

        assertThat(change("2026-11-23", FIVE, "2072-04-01", "2072-09-30")).isInstanceOf(Result.Changed.class);
        assertThat(editions.announced()).hasSize(announced);
    }

    private void publish(EditionId id, EditionId follows, String from, String until) {
        var drafts = new InMemoryDraftStore();
        var portable = new PortableEdition(id, bundled.contents(), Optional.empty(), Optional.empty(), List.of());
        drafts.add(new Draft(1, portable, Optional.of(follows), Set.of()));
        Clock today = on("2026-11-23");
        new PublishEdition(drafts, editions, new SettleEditions(editions, today), today)
                .publish(new PublishEdition.Command(id, from, until, OptionalLong.empty()));
    }

    private Result change(String today, EditionId edition, String from, String until) {
        return changing(today).change(new Command(edition, from, until, OptionalLong.empty()));
    }

    private ChangeDates changing(String today) {
        return new ChangeDates(editions, new SettleEditions(editions, on(today)), on(today));
    }

    private static List<String> problems(Result result) {
        return ((Result.Invalid) result)
                .problems().stream().map(FieldError::code).toList();
    }

    private static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T09:00:00Z"), ZoneOffset.UTC);
    }
}
