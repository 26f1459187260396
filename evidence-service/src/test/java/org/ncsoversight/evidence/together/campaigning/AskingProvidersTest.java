package org.ncsoversight.evidence.together.campaigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;
import static org.ncsoversight.evidence.together.model.Campaigns.MANAGER;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.presenting.HomeNotice.Notice;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.InMemoryProviders;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.store.InMemoryCampaignStore;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.model.Progress;

/** Asking and answering over stores in memory, on 23 November 2026. */
class AskingProvidersTest {

    private static final Caller OVERSEER = Callers.of("manager", "contract-manager", Map.of());
    private static final Caller OUR_LEAD = Callers.lead("99000001");

    private final InMemoryCampaignStore store = new InMemoryCampaignStore();
    private final InMemoryEvidenceStore items = new InMemoryEvidenceStore();
    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryStandard standard = new InMemoryStandard();
    private final CampaignLimits limits = new CampaignLimits(50, 200, 3, 2);
    private final UUID id = UUID.randomUUID();

    AskingProvidersTest() {
        standard.keep(InMemoryStandard.EDITION);
        providers.keep(new KnownProviders.Provider(NORTHMOOR, 1, "Northmoor"));
        providers.keep(new KnownProviders.Provider(SOUTHBY, 1, "Southby"));
    }

    @Test
    void everything_wrong_with_a_campaign_is_said_at_once() {
        var input = new CampaignInput(
                null, "", " ", List.of("9.9"), "2026-11-22", false, List.of("99000001", "99000003", "12"));

        assertThat(codes(ask().create(input, target(null))))
                .containsExactly(
                        "title-missing",
                        "request-missing",
                        "criterion-unknown",
                        "due-in-past",
                        "provider-unknown",
                        "provider-not-a-ukprn");
        assertThat(codes(ask().create(
                                new CampaignInput(null, "T", "R", List.of(), "2030-01-01", false, List.of()),
                                target(null))))
                .containsExactly("due-too-far", "providers-missing");
    }

    @Test
    void everyone_is_every_provider_known_and_the_same_request_again_is_one_campaign() {
        var created = kept(ask().create(everyone("Charters"), target(null)));

        assertThat(created.asked().providers()).containsExactly(NORTHMOOR, SOUTHBY);
        assertThat(ask().create(everyone("Charters"), target(null)))
                .isEqualTo(new AskProviders.Result.KeptBefore(created));
        assertThat(ask().create(everyone("Other"), target(null))).isEqualTo(new AskProviders.Result.IdTaken(id));
    }

    @Test
    void a_campaign_changes_until_the_first_answer_and_then_only_its_date_and_end() {
        ask().create(everyone("Charters"), target(null));
        var edited = kept(ask().edit(everyone("Customer charters"), target(1L)));
        assertThat(ask().edit(everyone("Lost"), target(1L)))
                .isEqualTo(new AskProviders.Result.ChangedMeanwhile(edited));
        answer(OUR_LEAD, "", "We have none", null);

        assertThat(ask().edit(everyone("Too late"), target(2L)))
                .isInstanceOf(AskProviders.Result.AnsweredAlready.class);
        assertThat(codes(ask().extend("2027-01-31", "", target(2L))))
                .containsExactly("due-not-later", "reason-missing");
        var extended = kept(ask().extend("2027-02-28", "Half term", target(2L)));
        var closed = kept(ask().close("Everybody answered", target(3L)));

        assertThat(extended.asked().dueOn()).isEqualTo("2027-02-28");
        assertThat(closed.history())
                .extracting(step -> step.deed().word() + " " + step.by().username() + " " + step.reason())
                .containsExactly(
                        "created manager null",
                        "edited manager null",
                        "extended manager Half term",
                        "closed manager Everybody answered");
        assertThat(ask().close("Again", target(4L))).isInstanceOf(AskProviders.Result.Closed.class);
        assertThat(answer(OUR_LEAD, "", "Another reason", null)).isEqualTo(new AnswerCampaign.Result.Closed());
    }

    @Test
    void an_answer_is_an_own_item_for_a_criterion_asked_or_a_reason() {
        var ours = items(NORTHMOOR, "4.3");
        var aside = items(NORTHMOOR, "1.7");
        var theirs = items(SOUTHBY, "4.3");
        var campaign = kept(ask().create(everyone("Charters"), target(null)));

        assertThat(answering().choices(campaign, NORTHMOOR, OUR_LEAD.own()))
                .extracting(item -> item.id().toString())
                .containsExactly(ours);
        assertThat(answerCodes(answer(OUR_LEAD, theirs, "", null))).containsExactly("evidence-unknown");
        assertThat(answerCodes(answer(OUR_LEAD, aside, "", null))).containsExactly("evidence-for-others");
        assertThat(answerCodes(answer(OUR_LEAD, " ", "", null))).containsExactly("evidence-missing");
        var first = given(answer(OUR_LEAD, "", "We have none", 0L));
        var again = given(answer(OUR_LEAD, "", "We have none", 0L));
        var lost = answer(OUR_LEAD, ours, "", 0L);
        var changed = given(answer(OUR_LEAD, ours, "", 1L));

        assertThat(again).isEqualTo(first);
        assertThat(lost).isEqualTo(new AnswerCampaign.Result.ChangedMeanwhile(first));
        assertThat(changed.given()).hasSize(2).startsWith(first.latest());
        assertThat(answer(Callers.lead("99000009"), "", "Not asked", null))
                .isEqualTo(new AnswerCampaign.Result.NotFound());
    }

    @Test
    void who_has_answered_is_counted_and_who_has_not_is_late_after_the_due_date() {
        var campaign = kept(ask().create(everyone("Charters"), target(null)));
        answer(OUR_LEAD, "", "We have none", null);

        assertThat(progress("2027-01-31T12:00:00Z", campaign))
                .containsExactly(Progress.NOTHING_TO_SEND, Progress.NOT_STARTED);
        assertThat(progress("2027-02-01T12:00:00Z", campaign)).containsExactly(Progress.NOTHING_TO_SEND, Progress.LATE);
        assertThat(Overview.counts(overview("2027-02-01T12:00:00Z").rows(campaign, OUR_LEAD.visible())))
                .containsEntry(Progress.NOTHING_TO_SEND, 1L)
                .containsEntry(Progress.LATE, 0L);
    }

    @Test
    void an_item_that_was_taken_back_or_returned_answers_nothing_any_more() {
        var sent = Samples.submitted(NORTHMOOR, NOON, "4.3");
        items.add(sent);
        var campaign = kept(ask().create(everyone("Charters"), target(null)));
        answer(OUR_LEAD, sent.evidence().id().toString(), "", null);
        assertThat(progress("2027-01-31T12:00:00Z", campaign)).startsWith(Progress.ANSWERED);
        assertThat(notices("2027-02-01T12:00:00Z", OUR_LEAD)).isEmpty();

        var returned = sent.evidence().giveBack("Too old", ASSESSOR, NOON, UUID.randomUUID());
        items.change(returned);

        assertThat(progress("2027-01-31T12:00:00Z", campaign)).startsWith(Progress.NOT_STARTED);
        assertThat(progress("2027-02-01T12:00:00Z", campaign)).startsWith(Progress.LATE);
        assertThat(overview("2027-02-01T12:00:00Z").rows(campaign, OVERSEER.visible()))
                .extracting(Overview.Row::itemState)
                .containsExactly(EvidenceState.RETURNED, null);
        assertThat(notices("2027-02-01T12:00:00Z", OUR_LEAD)).hasSize(1);

        items.change(returned.evidence().withdraw(LEAD, NOON, UUID.randomUUID()));
        assertThat(progress("2027-01-31T12:00:00Z", campaign)).startsWith(Progress.NOT_STARTED);
    }

    @Test
    void a_providers_home_says_what_waits_and_what_is_overdue() {
        ask().create(everyone("Charters"), target(null));

        assertThat(notices("2027-01-31T12:00:00Z", OUR_LEAD))
                .containsExactly(new Notice("Campaigns to answer", "/evidence/campaigns?open=true", 1));
        assertThat(notices("2027-02-01T12:00:00Z", OUR_LEAD))
                .containsExactly(new Notice("Overdue campaigns to answer", "/evidence/campaigns?open=true", 1));
        assertThat(notices("2027-02-01T12:00:00Z", OVERSEER)).isEmpty();
        answer(OUR_LEAD, "", "We have none", null);
        assertThat(notices("2027-02-01T12:00:00Z", OUR_LEAD)).isEmpty();
    }

    private List<Notice> notices(String now, Caller caller) {
        return new CampaignNotices(store, items, days(now)).notices(caller);
    }

    private List<Progress> progress(String now, Campaign campaign) {
        return overview(now).rows(campaign, OVERSEER.visible()).stream()
                .map(Overview.Row::progress)
                .toList();
    }

    private Overview overview(String now) {
        return new Overview(store, items, providers, days(now));
    }

    private EditionInForce days(String now) {
        return new EditionInForce(standard, clock(now));
    }

    private static Clock clock(String now) {
        return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    }

    private AskProviders ask() {
        var clock = clock("2026-11-23T12:00:00Z");
        return new AskProviders(store, providers, new EditionInForce(standard, clock), limits, clock);
    }

    private AnswerCampaign answering() {
        return new AnswerCampaign(store, items, limits, clock("2026-11-23T12:00:00Z"));
    }

    private AnswerCampaign.Result answer(Caller caller, String evidence, String nothing, @Nullable Long seen) {
        return answering()
                .answer(new AnswerCampaign.Command(
                        id,
                        caller.organisation().orElseThrow(),
                        seen,
                        evidence,
                        !nothing.isEmpty(),
                        nothing,
                        LEAD,
                        caller.own()));
    }

    private String items(ProviderId provider, String code) {
        var submitted = Samples.submitted(provider, NOON, code);
        items.add(submitted);
        return submitted.evidence().id().toString();
    }

    private AskProviders.Target target(@Nullable Long seen) {
        return new AskProviders.Target(id, seen, MANAGER, OVERSEER.visible());
    }

    private static CampaignInput everyone(String title) {
        return new CampaignInput(null, title, "Send it", List.of("4.3"), "2027-01-31", true, List.of());
    }

    private static Campaign kept(AskProviders.Result result) {
        return ((AskProviders.Result.Kept) result).campaign();
    }

    private static CampaignAnswer given(AnswerCampaign.Result result) {
        return ((AnswerCampaign.Result.Kept) result).answer();
    }

    private static List<String> codes(AskProviders.Result result) {
        return ((AskProviders.Result.Invalid) result)
                .errors().stream().map(FieldError::code).toList();
    }

    private static List<String> answerCodes(AnswerCampaign.Result result) {
        return ((AnswerCampaign.Result.Invalid) result)
                .errors().stream().map(FieldError::code).toList();
    }
}
