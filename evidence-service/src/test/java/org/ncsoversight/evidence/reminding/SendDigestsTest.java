package org.ncsoversight.evidence.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.model.reminder.Frequency;
import org.ncsoversight.evidence.model.teamwork.Assignment;
import org.ncsoversight.evidence.model.teamwork.Comment;
import org.ncsoversight.evidence.security.ScheduledWork;
import org.ncsoversight.evidence.store.InMemoryReminderStore;

/** Who is written to, what about, and how often. */
class SendDigestsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Person ANNA = new Person("anna-id", "anna", Samples.NORTHMOOR);
    private static final Person LEAD = new Person("lead-id", "lead", Samples.NORTHMOOR);
    private static final Person OTHER = new Person("other-id", "other", Samples.SOUTHBY);

    private final InMemoryReminderStore store = new InMemoryReminderStore();
    private final Office office = new Office();
    private final SettableClock clock = new SettableClock(MONDAY);

    @BeforeEach
    void people() {
        office.known(ANNA, false);
        office.known(LEAD, true);
        office.known(OTHER, true);
    }

    @Test
    void each_step_is_said_once_to_the_owner_alone_also_by_another_instance() {
        var item = due("anna", DAY.plusDays(30));

        sender().writeToEverybody();
        sender().writeToEverybody();
        assertThat(office.to()).containsExactly("anna@example.org");
        assertThat(office.letters().getFirst().text())
                .contains("30 September – “Überblick”", "23 December 2026 (in 30 days)")
                .contains("http://there/evidence/" + item.id())
                .contains("http://there/evidence/reminders");

        clock.day(1);
        sender().writeToEverybody();
        assertThat(office.letters()).hasSize(1);
        for (int day : new int[] {23, 24, 29, 30, 31}) {
            clock.day(day);
            sender().writeToEverybody();
        }
        assertThat(office.letters())
                .extracting(Letter::id)
                .containsExactly("2026-11-23-anna-id", "2026-12-16-anna-id", "2026-12-22-anna-id");
    }

    @Test
    void where_the_owner_was_never_seen_the_leads_of_the_provider_are_told() {
        due("gone", DAY.plusDays(5));
        due(null, DAY.plusDays(6));

        sender().writeToEverybody();

        assertThat(office.to()).containsExactly("lead@example.org");
        assertThat(office.letters().getFirst().text()).contains("in 5 days", "in 6 days");
    }

    @Test
    void what_was_not_taken_is_tried_again_and_nothing_is_marked_before() {
        due("anna", DAY.plusDays(1));
        office.refuses(true);
        sender().writeToEverybody();
        assertThat(office.letters()).isEmpty();

        office.refuses(false);
        sender().writeToEverybody();

        assertThat(office.to()).containsExactly("anna@example.org");
        assertThat(office.letters().getFirst().text()).contains("in 1 day)");
    }

    @Test
    void nobody_is_written_to_before_seven_in_england_without_news_or_without_an_address() {
        sender().writeToEverybody();
        assertThat(office.letters()).isEmpty();

        due("anna", DAY.plusDays(1));
        clock.set(MONDAY.minusMillis(1));
        sender().writeToEverybody();
        assertThat(office.letters()).isEmpty();

        clock.set(MONDAY);
        office.unknown(ANNA);
        office.knownWithoutAddress(ANNA);
        sender().writeToEverybody();
        assertThat(office.letters()).isEmpty();
    }

    @Test
    void weekly_waits_for_monday_and_none_for_ever() {
        due("anna", DAY.plusDays(7));
        store.choose("anna-id", Frequency.WEEKLY, null);
        clock.day(1);
        sender().writeToEverybody();
        assertThat(office.letters()).isEmpty();

        clock.day(7);
        store.choose("anna-id", Frequency.NONE, null);
        sender().writeToEverybody();
        assertThat(office.letters()).isEmpty();

        store.choose("anna-id", Frequency.WEEKLY, null);
        sender().writeToEverybody();
        assertThat(office.to()).containsExactly("anna@example.org");
        assertThat(office.letters().getFirst().text()).contains("(today)");
    }

    @Test
    void new_tasks_and_mentions_are_told_once_and_what_a_comment_says_stays_home() {
        var work = new Assignment.Work(new CriterionCode("4.3"), null, "anna", DAY.plusDays(20), "");
        var assignment = Assignment.give(UUID.randomUUID(), Samples.NORTHMOOR, work, LEAD, MONDAY.minusSeconds(60));
        office.given(assignment);
        var item = Samples.submitted().evidence().id();
        office.said(new Comment(
                UUID.randomUUID(),
                1,
                item,
                Samples.NORTHMOOR,
                true,
                LEAD,
                List.of(new Comment.Wording("@anna secret", MONDAY.minusSeconds(30))),
                null));

        sender().writeToEverybody();
        clock.day(1);
        sender().writeToEverybody();

        assertThat(office.to()).containsExactly("anna@example.org");
        assertThat(office.letters().getFirst().text())
                .contains("criterion 4.3", "13 December 2026", "/evidence/assignments/" + assignment.id())
                .contains("From lead", "/evidence/" + item)
                .doesNotContain("secret");
    }

    private Evidence due(String owner, LocalDate reviewDate) {
        return office.holds(owner, "30 September – “Überblick”", reviewDate);
    }

    private SendDigests sender() {
        var gather = new GatherDigest(
                office.evidence(),
                office.assignments(),
                office.comments(),
                office.people(),
                store,
                new ScheduledWork());
        var settings = new ReminderSettings(LocalTime.of(7, 0));
        return new SendDigests(office.people(), store, gather, office, settings, "http://there", clock);
    }
}
