package org.ncsoversight.evidence.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.home.Preparation.Next;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.items.store.Standing;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;

class PreparationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final LocalDate FAR = LocalDate.parse("2027-11-23");
    private static final Criterion CRITERION =
            new Criterion(new CriterionCode("4.3"), 4, "Feedback is evaluated", 2, List.of(Voice.STAFF, Voice.CLIENT));

    private final List<Standing> items = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<GoldenThread> threads = new ArrayList<>();

    @Test
    void with_nothing_or_only_withdrawn_evidence_a_criterion_is_not_started() {
        item(Voice.STAFF, EvidenceState.WITHDRAWN, FAR, 2);

        assertThat(line().band()).isEqualTo(Band.NOT_STARTED);
        assertThat(line().next()).isEqualTo(new Next.AddVoice(CRITERION, Optional.of(Voice.STAFF)));
    }

    @Test
    void while_a_voice_is_missing_it_is_gathering() {
        item(Voice.STAFF, EvidenceState.ACCEPTED, FAR, 2);

        assertThat(line().band()).isEqualTo(Band.GATHERING);
        assertThat(line().covered()).containsExactly(Voice.STAFF);
        assertThat(line().missing()).containsExactly(Voice.CLIENT);
        assertThat(line().next()).isEqualTo(new Next.AddVoice(CRITERION, Optional.of(Voice.CLIENT)));
    }

    @Test
    void with_every_voice_and_not_all_accepted_it_is_submitted() {
        item(Voice.STAFF, EvidenceState.ACCEPTED, FAR, 2);
        item(Voice.CLIENT, EvidenceState.IN_REVIEW, FAR, 2);

        assertThat(line().band()).isEqualTo(Band.SUBMITTED);
        assertThat(line().next()).isEqualTo(new Next.WaitForReview(CRITERION));
    }

    @Test
    void with_every_voice_accepted_it_is_ready_as_far_as_evidence() {
        item(Voice.STAFF, EvidenceState.ACCEPTED, FAR, 2);
        item(Voice.CLIENT, EvidenceState.ACCEPTED, FAR, 2);

        assertThat(line().band()).isEqualTo(Band.READY);
        assertThat(line().next()).isEqualTo(new Next.NothingToDo(CRITERION));
    }

    @Test
    void evidence_speaks_until_its_review_date_and_is_to_be_renewed_60_days_before() {
        item(Voice.STAFF, EvidenceState.ACCEPTED, FAR, 2);
        var lapsing = item(Voice.CLIENT, EvidenceState.ACCEPTED, TODAY.plusDays(60), 2);

        assertThat(line().next()).isEqualTo(new Next.Renew(lapsing));
        assertThat(line().band()).isEqualTo(Band.AT_RISK);
        assertThat(new Preparation(edition(), items, drafts, threads, TODAY.minusDays(1))
                        .line(CRITERION)
                        .next())
                .isEqualTo(new Next.NothingToDo(CRITERION));
        assertThat(new Preparation(edition(), items, drafts, threads, TODAY.plusDays(61))
                        .line(CRITERION)
                        .band())
                .isEqualTo(Band.GATHERING);
    }

    @Test
    void a_changed_text_asks_for_a_fresh_look_first() {
        item(Voice.STAFF, EvidenceState.ACCEPTED, FAR, 2);
        var old = item(Voice.CLIENT, EvidenceState.ACCEPTED, FAR, 1);

        assertThat(line().next()).isEqualTo(new Next.LookAgain(old));
        assertThat(line().band()).isEqualTo(Band.AT_RISK);
    }

    @Test
    void a_thread_that_breaks_anywhere_puts_each_of_its_criteria_at_risk_until_it_is_mended() {
        item(Voice.STAFF, EvidenceState.ACCEPTED, FAR, 2);
        var client = item(Voice.CLIENT, EvidenceState.ACCEPTED, FAR, 2);
        var thread = thread(client.id(), "4.3", "1.7");
        threads.add(thread);

        assertThat(line().band()).isEqualTo(Band.AT_RISK);
        assertThat(line().next()).isEqualTo(new Next.MendThread(thread));

        threads.set(0, thread(client.id(), "4.3", "4.4"));
        items.add(new Standing(
                client.id(),
                EvidenceState.ACCEPTED,
                "Title",
                Voice.PARTNER,
                new TreeSet<>(List.of(new Reference("edition", new CriterionCode("4.4"), 1))),
                FAR));
        assertThat(line().band()).isEqualTo(Band.READY);
    }

    private static GoldenThread thread(EvidenceId item, String... codes) {
        return new GoldenThread(
                UUID.randomUUID(),
                1,
                NORTHMOOR,
                new GoldenThread.Path(
                        "edition",
                        null,
                        Stream.of(codes).map(CriterionCode::new).toList()),
                new GoldenThread.Naming("Aim", null),
                true,
                new TreeSet<>(List.of(item.value())),
                List.of());
    }

    @Test
    void what_is_half_done_comes_before_something_new() {
        var returned = item(Voice.STAFF, EvidenceState.RETURNED, FAR, 2);
        assertThat(line().band()).isEqualTo(Band.GATHERING);
        assertThat(line().next()).isEqualTo(new Next.AnswerReturn(returned));

        var draft = Draft.start(
                new EvidenceId(UUID.randomUUID()),
                NORTHMOOR,
                Proposal.EMPTY.with(Field.CRITERIA, List.of("4.3")).with(Field.VOICE, "staff"),
                LEAD,
                NOON);
        drafts.add(draft);
        assertThat(line().next()).isEqualTo(new Next.FinishDraft(draft));
    }

    @Test
    void evidence_for_another_edition_says_nothing_of_this_one() {
        items.add(new Standing(
                new EvidenceId(UUID.randomUUID()),
                EvidenceState.ACCEPTED,
                "Title",
                Voice.STAFF,
                new TreeSet<>(List.of(new Reference("other", new CriterionCode("4.3"), 2))),
                FAR));

        assertThat(line().band()).isEqualTo(Band.NOT_STARTED);
    }

    private Preparation.Line line() {
        return new Preparation(edition(), items, drafts, threads, TODAY).line(CRITERION);
    }

    private Standing item(Voice voice, EvidenceState state, LocalDate reviewDate, int textVersion) {
        var item = new Standing(
                new EvidenceId(UUID.randomUUID()),
                state,
                "Title",
                voice,
                new TreeSet<>(List.of(new Reference("edition", new CriterionCode("4.3"), textVersion))),
                reviewDate);
        items.add(item);
        return item;
    }

    private static Edition edition() {
        return new Edition("edition", 1, "Edition", LocalDate.parse("2011-01-01"), null, List.of(), List.of(CRITERION));
    }
}
