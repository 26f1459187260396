package org.ncsoversight.evidence.together.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.security.ScheduledWork;
import org.ncsoversight.evidence.store.InMemoryCampaignStore;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;
import org.ncsoversight.evidence.store.InMemoryReminderStore;
import org.ncsoversight.evidence.together.mail.Letter;
import org.ncsoversight.evidence.together.model.Asked;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.model.Campaigns;
import org.ncsoversight.evidence.together.model.Comment;
import org.ncsoversight.evidence.together.model.Frequency;

/** Who is written to, what about, and how often. */
class SendDigestsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Person ANNA = new Person("anna-id", "anna", Samples.NORTHMOOR);
    private static final Person LEAD = new Person("lead-id", "lead", Samples.NORTHMOOR);
    private static final Person OTHER = new Person("other-id", "other", Samples.SOUTHBY);

    private final InMemoryReminderStore store = new InMemoryReminderStore();
    private final Office office = new Office();
    private final InMemoryCampaignStore campaigns = new InMemoryCampaignStore();
    private final InMemoryEvidenceStore items = new InMemoryEvidenceStore();
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

    @Test
    void a_new_task_is_told_however_many_old_ones_are_due_before_it() {
        for (int i = 0; i < 250; i++) {
            var old = new Assignment.Work(new CriterionCode("1.1"), null, "anna", DAY.plusDays(1), "");
            office.given(Assignment.give(
                    UUID.randomUUID(), Samples.NORTHMOOR, old, LEAD, MONDAY.minus(Duration.ofDays(30))));
        }
        var work = new Assignment.Work(new CriterionCode("4.3"), null, "anna", DAY.plusDays(20), "");
        var assignment = Assignment.give(UUID.randomUUID(), Samples.NORTHMOOR, work, LEAD, MONDAY.minusSeconds(60));
        office.given(assignment);

        sender().writeToEverybody();

        assertThat(office.letters().getFirst().text())
                .contains("criterion 4.3", "/evidence/assignments/" + assignment.id())
                .doesNotContain("criterion 1.1");
    }

    @Test
    void nobody_who_was_not_seen_for_long_is_written_to_and_the_leads_are_instead() {
        office.unknown(ANNA);
        office.knownSince(ANNA, MONDAY.minus(Duration.ofDays(91)));
        due("anna", DAY.plusDays(5));

        sender().writeToEverybody();

        assertThat(office.to()).containsExactly("lead@example.org");
    }

    @Test
    void the_title_of_what_is_sensitive_stays_home() {
        var item = office.holds("anna", "A named client", DAY.plusDays(5), Classification.OFFICIAL_SENSITIVE);

        sender().writeToEverybody();

        assertThat(office.letters().getFirst().text())
                .contains("- An item", "/evidence/" + item.id())
                .doesNotContain("named client");
    }

    @Test
    void leads_are_told_of_a_campaign_when_it_begins_before_it_is_due_and_when_it_is_late() {
        var asked =
                new Asked("Charters", "Send it", "2024", new TreeSet<>(), DAY.plusDays(40), List.of(Samples.NORTHMOOR));
        var campaign = Campaign.create(UUID.randomUUID(), asked, Campaigns.MANAGER, MONDAY);
        campaigns.add(campaign);

        for (int day = 0; day < 45; day++) {
            clock.day(day);
            sender().writeToEverybody();
        }

        assertThat(office.to()).containsOnly("lead@example.org");
        assertThat(office.letters())
                .extracting(Letter::id)
                .containsExactly(
                        "2026-11-23-lead-id",
                        "2026-12-03-lead-id",
                        "2026-12-26-lead-id",
                        "2027-01-01-lead-id",
                        "2027-01-03-lead-id");
        assertThat(office.letters().getFirst().text())
                .contains("Charters", "Due: 2 January 2027", "http://there/evidence/campaigns/" + campaign.id());
        assertThat(office.letters().getLast().text()).contains("(overdue)");
    }

    @Test
    void a_campaign_that_was_answered_is_not_told() {
        var asked =
                new Asked("Charters", "Send it", "2024", new TreeSet<>(), DAY.plusDays(5), List.of(Samples.NORTHMOOR));
        var campaign = Campaign.create(UUID.randomUUID(), asked, Campaigns.MANAGER, MONDAY);
        campaigns.add(campaign);
        campaigns.answer(CampaignAnswer.first(
                campaign.id(), Samples.NORTHMOOR, new CampaignAnswer.Reply(null, "We have none"), LEAD, MONDAY));

        sender().writeToEverybody();

        assertThat(office.letters()).isEmpty();
    }

    private Evidence due(String owner, LocalDate reviewDate) {
        return office.holds(owner, "30 September – “Überblick”", reviewDate);
    }

    private SendDigests sender() {
        var settings = new ReminderSettings(LocalTime.of(7, 0), 90);
        var scheduled = new ScheduledWork();
        var gather = new GatherDigest(
                new GatherReviewDates(office.evidence(), office.people(), settings, scheduled),
                new GatherCampaigns(campaigns, items, scheduled),
                office.assignments(),
                office.comments(),
                store,
                scheduled);
        return new SendDigests(office.people(), store, gather, office, settings, "http://there", clock);
    }
}
