package org.ncsoversight.evidence.items.expiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.security.ScheduledWork;
import org.ncsoversight.evidence.standard.EditionHeard;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;
import org.ncsoversight.evidence.store.InMemoryRuleNews;

class ApplyingRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
    private final InMemoryStandard standard = new InMemoryStandard();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryRuleNews news = new InMemoryRuleNews();
    private final ApplyRules rules = new ApplyRules(
            store,
            new EditionInForce(standard, clock),
            news,
            new ExpirySettings(60, Set.of("customer-charter")),
            new ScheduledWork(),
            clock);
    private final AfterAcceptance after = new AfterAcceptance(rules, Runnable::run);

    @BeforeEach
    void know() {
        standard.keep(InMemoryStandard.EDITION);
    }

    @Test
    void what_is_past_its_review_date_expires_by_nobody_with_the_reason_and_only_once() {
        var old = add(NORTHMOOR, null, null, "2026-11-22", 1);
        var current = add(NORTHMOOR, null, null, "2026-11-23", 2);

        rules.pass();
        rules.pass();

        assertThat(find(old).state()).isEqualTo(EvidenceState.EXPIRED);
        assertThat(find(old).latest().by()).isEqualTo(Person.NOBODY);
        assertThat(find(old).latest().reason()).contains("22 November 2026");
        assertThat(find(old).version()).isEqualTo(3);
        assertThat(find(current).state()).isEqualTo(EvidenceState.ACCEPTED);
    }

    @Test
    void the_older_of_two_accepted_charters_of_one_provider_expires() {
        var older = add(NORTHMOOR, "customer-charter", null, "2027-09-30", 1);
        var newer = add(NORTHMOOR, "customer-charter", null, "2027-09-30", 2);
        var elsewhere = add(SOUTHBY, "customer-charter", null, "2027-09-30", 1);

        after.onNews(new EvidenceEvent.Accepted(UUID.randomUUID(), find(newer)));

        assertThat(find(older).state()).isEqualTo(EvidenceState.EXPIRED);
        assertThat(find(older).latest().reason()).contains("newer version of the same document");
        assertThat(find(newer).state()).isEqualTo(EvidenceState.ACCEPTED);
        assertThat(find(elsewhere).state()).isEqualTo(EvidenceState.ACCEPTED);
    }

    @Test
    void there_may_be_many_agreements_with_partners() {
        var older = add(NORTHMOOR, "partnership-agreements", null, "2027-09-30", 1);
        var newer = add(NORTHMOOR, "partnership-agreements", null, "2027-09-30", 2);

        after.onNews(new EvidenceEvent.Accepted(UUID.randomUUID(), find(newer)));
        rules.pass();

        assertThat(find(older).state()).isEqualTo(EvidenceState.ACCEPTED);
    }

    @Test
    void a_charter_in_another_voice_is_another() {
        var older = add(NORTHMOOR, content("customer-charter", "2027-09-30", Voice.STAFF), null, 1);
        add(NORTHMOOR, "customer-charter", null, "2027-09-30", 2);

        rules.pass();

        assertThat(find(older).state()).isEqualTo(EvidenceState.ACCEPTED);
    }

    @Test
    void what_a_newer_item_replaces_is_superseded_when_that_is_accepted() {
        var older = add(NORTHMOOR, null, null, "2027-09-30", 1);
        var newer = add(NORTHMOOR, null, older, "2027-09-30", 2);

        after.onNews(new EvidenceEvent.Accepted(UUID.randomUUID(), find(newer)));

        assertThat(find(older).state()).isEqualTo(EvidenceState.SUPERSEDED);
        assertThat(find(older).replacedBy()).isEqualTo(newer);
    }

    @Test
    void whoever_accepts_waits_for_no_look_at_everything_and_many_acceptances_are_looked_at_together() {
        var older = add(NORTHMOOR, "customer-charter", null, "2027-09-30", 1);
        var newer = add(NORTHMOOR, "customer-charter", null, "2027-09-30", 2);
        var later = new ArrayList<Runnable>();
        var some = new AfterAcceptance(rules, later::add);
        var accepted = new EvidenceEvent.Accepted(UUID.randomUUID(), find(newer));

        some.onNews(accepted);
        some.onNews(accepted);
        assertThat(find(older).state()).isEqualTo(EvidenceState.ACCEPTED);

        later.removeFirst().run();
        assertThat(find(older).state()).isEqualTo(EvidenceState.EXPIRED);
        var newest = add(NORTHMOOR, "customer-charter", null, "2027-09-30", 3);
        later.removeFirst().run();
        assertThat(find(newer).state()).as("both were looked at in one").isEqualTo(EvidenceState.ACCEPTED);
        assertThat(find(newest).state()).isEqualTo(EvidenceState.ACCEPTED);
    }

    @Test
    void a_process_that_is_ending_leaves_what_was_accepted_to_the_next_pass() {
        rules.pass();
        var older = add(NORTHMOOR, null, null, "2027-09-30", 1);
        var newer = add(NORTHMOOR, null, older, "2027-09-30", 2);
        var ending = new AfterAcceptance(rules, task -> {
            throw new RejectedExecutionException("ending");
        });

        ending.onNews(new EvidenceEvent.Accepted(UUID.randomUUID(), find(newer)));
        rules.pass();

        assertThat(find(older).state()).isEqualTo(EvidenceState.SUPERSEDED);
    }

    @Test
    void nobody_replaces_anothers_evidence() {
        var theirs = add(SOUTHBY, null, null, "2027-09-30", 1);
        add(NORTHMOOR, null, theirs, "2027-09-30", 2);

        rules.pass();

        assertThat(find(theirs).state()).isEqualTo(EvidenceState.ACCEPTED);
    }

    @Test
    void a_pass_that_failed_is_made_up_for_by_the_next() {
        var old = add(NORTHMOOR, null, null, "2026-11-22", 1);
        var failing = new AtomicBoolean(true);
        var sometimes = InstantSource.fixed(NOW);
        InstantSource source = () -> {
            if (failing.getAndSet(false)) {
                throw new IllegalStateException("away");
            }
            return sometimes.instant();
        };
        var some = new ApplyRules(
                store,
                new EditionInForce(standard, clock),
                news,
                new ExpirySettings(60, Set.of()),
                new ScheduledWork(),
                source.withZone(ZoneOffset.UTC));
        assertThatThrownBy(some::pass).isInstanceOf(IllegalStateException.class);

        some.pass();

        assertThat(find(old).state()).isEqualTo(EvidenceState.EXPIRED);
    }

    @Test
    void what_one_process_heard_another_applies_when_it_died_before() {
        rules.pass();
        var old = add(NORTHMOOR, null, null, "2026-11-22", 1);
        rules.pass();
        assertThat(find(old).state()).as("nothing was heard").isEqualTo(EvidenceState.ACCEPTED);

        processOfItsOwn().onNews(new EditionHeard("edition"));
        rules.pass();

        assertThat(find(old).state()).isEqualTo(EvidenceState.EXPIRED);
    }

    private ApplyRules processOfItsOwn() {
        return new ApplyRules(
                store,
                new EditionInForce(standard, clock),
                news,
                new ExpirySettings(60, Set.of()),
                new ScheduledWork(),
                clock);
    }

    private EvidenceId add(
            ProviderId provider,
            @Nullable String document,
            @Nullable EvidenceId replaces,
            String reviewDate,
            int order) {
        return add(provider, content(document, reviewDate, Voice.CLIENT), replaces, order);
    }

    private EvidenceId add(ProviderId provider, Content content, @Nullable EvidenceId replaces, int order) {
        var id = new EvidenceId(UUID.randomUUID());
        var item = new Evidence.NewItem(id, provider, content, List.of(), replaces);
        var at = NOW.minusSeconds(1000).plusSeconds(order);
        var submitted = Evidence.submit(item, List.of(Evidence.Step.first(LEAD, at)), UUID.randomUUID());
        store.add(submitted);
        store.change(submitted.evidence().accept(ASSESSOR, at, UUID.randomUUID()));
        return id;
    }

    private static Content content(@Nullable String document, String reviewDate, Voice voice) {
        var some = Samples.content("4.3");
        return new Content(
                some.edition(),
                some.references(),
                some.title(),
                some.statement(),
                voice,
                some.kind(),
                some.period(),
                LocalDate.parse(reviewDate),
                some.classification(),
                some.owner(),
                some.link(),
                document,
                some.threads());
    }

    private Evidence find(EvidenceId id) {
        return store.find(id, Callers.assessor("all").visible()).orElseThrow();
    }
}
