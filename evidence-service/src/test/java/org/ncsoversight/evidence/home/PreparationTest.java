package org.ncsoversight.evidence.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.home.Preparation.JustDone;
import org.ncsoversight.evidence.home.Preparation.Line;
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
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.readiness.Band;
import org.ncsoversight.evidence.readiness.Readiness;
import org.ncsoversight.evidence.readiness.Readiness.Judged;
import org.ncsoversight.evidence.readiness.Readiness.Reason;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;

class PreparationTest {

    private static final LocalDate FAR = LocalDate.parse("2027-11-23");
    private static final Criterion CRITERION =
            new Criterion(new CriterionCode("4.3"), 4, "Feedback is evaluated", 2, List.of(Voice.STAFF, Voice.CLIENT));
    private static final Reason STAFF_MISSING = new Reason("voice-missing", Map.of("voice", "staff"));
    private static final Reason STAFF_RETURNED = new Reason("returned", Map.of("voice", "staff"));
    private static final Reason STAFF_AWAITS = new Reason("awaiting-review", Map.of("voice", "staff"));

    private final List<Standing> items = new ArrayList<>();
    private final Set<EvidenceId> unheard = new HashSet<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<GoldenThread> threads = new ArrayList<>();

    @Test
    void band_and_reasons_are_those_that_were_published_whatever_the_items_look_like() {
        item(Voice.STAFF, EvidenceState.ACCEPTED, FAR, 2);
        item(Voice.CLIENT, EvidenceState.ACCEPTED, FAR, 2);

        var line = line(Band.GATHERING, STAFF_MISSING);

        assertThat(line.judged()).isEqualTo(new Judged(CRITERION.code(), Band.GATHERING, List.of(STAFF_MISSING)));
        assertThat(line.next()).isEqualTo(new Next.AddVoice(CRITERION, Optional.of(Voice.STAFF)));
    }

    @Test
    void before_anything_was_published_nothing_is_said_of_it_and_there_is_still_something_to_do() {
        item(Voice.STAFF, EvidenceState.ACCEPTED, FAR, 2);

        var line = preparation(null).line(CRITERION);

        assertThat(line.judged()).isNull();
        assertThat(line.unspoken()).isEmpty();
        assertThat(line.next()).isEqualTo(new Next.AddVoice(CRITERION, Optional.empty()));
        assertThat(words(line).status()).isEqualTo("Not computed yet");
        drafts.add(draft("client"));
        assertThat(preparation(null).line(CRITERION).next()).isEqualTo(new Next.FinishDraft(drafts.getFirst()));
    }

    @Test
    void the_step_answers_the_most_urgent_reason() {
        var soon = item(Voice.CLIENT, EvidenceState.ACCEPTED, LocalDate.parse("2026-12-23"), 2);
        var reason = new Reason("lapses-soon", Map.of("voice", "client", "date", "2026-12-23"));

        assertThat(line(Band.GATHERING, reason, STAFF_MISSING).next()).isEqualTo(new Next.Renew(soon));
    }

    @Test
    void a_review_is_waited_for_when_nothing_else_is_to_do() {
        assertThat(line(Band.SUBMITTED, STAFF_AWAITS).next()).isEqualTo(new Next.WaitForReview(CRITERION));
        assertThat(line(Band.READY).next()).isEqualTo(new Next.NothingToDo(CRITERION));
        assertThat(line(Band.GATHERING, STAFF_AWAITS, new Reason("voice-missing", Map.of("voice", "client")))
                        .next())
                .isEqualTo(new Next.AddVoice(CRITERION, Optional.of(Voice.CLIENT)));
    }

    @Test
    void a_changed_text_asks_for_a_fresh_look_at_what_answers_the_old_one() {
        item(Voice.CLIENT, EvidenceState.ACCEPTED, FAR, 2);
        var old = item(Voice.CLIENT, EvidenceState.ACCEPTED, FAR, 1);

        assertThat(line(Band.AT_RISK, new Reason("text-changed", Map.of("voice", "client")))
                        .next())
                .isEqualTo(new Next.LookAgain(old));
    }

    @Test
    void a_broken_thread_is_to_be_mended() {
        var thread = thread(NOON.minusSeconds(1));
        threads.add(thread);
        var reason = new Reason("thread-broken", Map.of("thread", thread.id().toString(), "criterion", "1.7"));

        assertThat(line(Band.AT_RISK, reason).next()).isEqualTo(new Next.MendThread(thread));
        threads.clear();
        assertThat(line(Band.AT_RISK, reason).next()).isEqualTo(new Next.LookIntoReason(reason));
    }

    @Test
    void what_is_half_done_comes_before_something_new() {
        var returned = item(Voice.STAFF, EvidenceState.RETURNED, FAR, 2);
        assertThat(line(Band.GATHERING, STAFF_RETURNED).next()).isEqualTo(new Next.AnswerReturn(returned));

        drafts.add(draft("client"));
        assertThat(line(Band.GATHERING, STAFF_RETURNED).next()).isEqualTo(new Next.AnswerReturn(returned));
        drafts.add(draft("staff"));
        assertThat(line(Band.GATHERING, STAFF_RETURNED).next()).isEqualTo(new Next.FinishDraft(drafts.getLast()));
    }

    @Test
    void what_was_sent_a_moment_ago_is_said_and_not_judged() {
        var sent = item(Voice.STAFF, EvidenceState.SUBMITTED, FAR, 2);
        unheard.add(sent.id());

        var line = line(Band.GATHERING, STAFF_MISSING);

        assertThat(line.judged()).isEqualTo(new Judged(CRITERION.code(), Band.GATHERING, List.of(STAFF_MISSING)));
        assertThat(line.justDone()).containsExactly(new JustDone.OfItem(sent));
        assertThat(line.next()).isEqualTo(new Next.WaitUntilHeard(new JustDone.OfItem(sent)));
        assertThat(words(line).justDone()).containsExactly("“Title” was sent a moment ago and is not counted yet.");
        unheard.clear();
        assertThat(line(Band.GATHERING, STAFF_MISSING).justDone()).isEmpty();
    }

    @Test
    void what_was_withdrawn_a_moment_ago_is_said_and_does_not_stand_for_its_voice() {
        var gone = item(Voice.STAFF, EvidenceState.WITHDRAWN, FAR, 2);
        unheard.add(gone.id());

        var line = line(Band.GATHERING, STAFF_MISSING);

        assertThat(line.next()).isEqualTo(new Next.AddVoice(CRITERION, Optional.of(Voice.STAFF)));
        assertThat(words(line).justDone()).containsExactly("“Title” changed a moment ago and is not counted yet.");
    }

    @Test
    void a_thread_that_changed_a_moment_ago_is_said_too() {
        threads.add(thread(NOON));
        assertThat(line(Band.READY).justDone()).isEmpty();

        threads.set(0, thread(NOON.plusSeconds(1)));
        assertThat(line(Band.READY).justDone()).containsExactly(new JustDone.OfThread(threads.getFirst()));
    }

    @Test
    void the_voices_to_plan_for_are_those_that_are_said_not_to_be_heard() {
        var all = line(
                Band.GATHERING,
                new Reason("lapsed", Map.of("voice", "client", "date", "2026-01-01")),
                STAFF_RETURNED,
                new Reason("nothing-submitted", Map.of("voices", "staff partner")));

        assertThat(all.unspoken()).containsExactly(Voice.CLIENT, Voice.STAFF, Voice.PARTNER);
        assertThat(line(Band.SUBMITTED, STAFF_AWAITS).unspoken()).isEmpty();
        assertThat(words(line(Band.GATHERING, STAFF_MISSING))
                        .gap()
                        .orElseThrow()
                        .href())
                .isEqualTo("/evidence/improvement/new?criteria=4.3&gaps=4.3:staff");
    }

    @Test
    void a_measure_leads_to_an_improvement_and_what_is_not_known_here_to_its_own_page() {
        var measure = new Reason(
                "measure-beyond-limit",
                Map.of("measure", "satisfaction", "share", "0.625", "limit", "0.85", "base", "80"));
        var strange = new Reason("moon-is-full", Map.of());

        assertThat(words(line(Band.AT_RISK, measure)).reasons())
                .containsExactly("satisfaction: 62.5% of 80, beyond the limit of 85%.");
        assertThat(words(line(Band.AT_RISK, measure)).href()).isEqualTo("/evidence/improvement/new?criteria=4.3");
        assertThat(words(line(Band.AT_RISK, strange)).href()).isEqualTo("/readiness/99000001");
        assertThat(words(line(Band.AT_RISK, strange)).reasons()).containsExactly("moon-is-full");
    }

    @Test
    void evidence_for_another_edition_is_no_step_of_this_one() {
        items.add(new Standing(
                new EvidenceId(UUID.randomUUID()),
                EvidenceState.RETURNED,
                "Title",
                Voice.STAFF,
                new TreeSet<>(List.of(new Reference("other", new CriterionCode("4.3"), 2))),
                FAR));

        assertThat(line(Band.GATHERING, STAFF_RETURNED).next())
                .isEqualTo(new Next.AddVoice(CRITERION, Optional.of(Voice.STAFF)));
    }

    private Line line(Band band, Reason... reasons) {
        var published = new Readiness(
                NORTHMOOR,
                1,
                "edition",
                new Readiness.Heard(NOON.plusSeconds(9), NOON),
                List.of(new Judged(CRITERION.code(), band, List.of(reasons))));
        return preparation(published).line(CRITERION);
    }

    private Preparation preparation(@Nullable Readiness published) {
        return new Preparation(edition(), published, items, unheard, drafts, threads);
    }

    private static Task words(Line line) {
        var words = new Words();
        return new TaskWords(NORTHMOOR, new ReasonWords(edition(), words), words).task(line);
    }

    private static Draft draft(String voice) {
        return Draft.start(
                new EvidenceId(UUID.randomUUID()),
                NORTHMOOR,
                Proposal.EMPTY.with(Field.CRITERIA, List.of("4.3")).with(Field.VOICE, voice),
                LEAD,
                NOON);
    }

    private static GoldenThread thread(Instant changedAt) {
        return new GoldenThread(
                UUID.randomUUID(),
                1,
                NORTHMOOR,
                new GoldenThread.Path(
                        "edition",
                        null,
                        Stream.of("4.3", "1.7").map(CriterionCode::new).toList()),
                new GoldenThread.Naming("Aim", null),
                true,
                new TreeSet<>(),
                List.of(new GoldenThread.Step(1, GoldenThread.What.CREATED, changedAt, LEAD)));
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
