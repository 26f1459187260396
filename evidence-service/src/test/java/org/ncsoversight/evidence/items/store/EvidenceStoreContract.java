package org.ncsoversight.evidence.items.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;
import static org.ncsoversight.evidence.model.Samples.submitted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.answering.FreshLook;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.store.EvidenceStore.Order;
import org.ncsoversight.evidence.items.store.EvidenceStore.Slice;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.model.SearchWords;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.InMemoryStandard;

/** What every evidence store must do: the one in memory, in milliseconds; the one in MongoDB, for real. */
public abstract class EvidenceStoreContract {

    private static final EvidenceFilter EVERYTHING = new EvidenceFilter(null, null, null);
    private static final VisibleProviders ALL = Callers.assessor("all").visible();
    private static final VisibleProviders ONLY_NORTHMOOR =
            Callers.lead("99000001").visible();
    private static final VisibleProviders NOBODY = Callers.assessor().visible();

    protected abstract EvidenceStore store();

    @Test
    void what_was_added_is_found_as_it_was() {
        var event = submitted();

        assertThat(store().add(event)).isTrue();

        assertThat(store().find(event.evidence().id(), ALL)).contains(event.evidence());
    }

    @Test
    void an_id_is_taken_whoever_asks() {
        var event = submitted();
        store().add(event);

        assertThat(store().isTaken(event.evidence().id())).isTrue();
        assertThat(store().isTaken(new EvidenceId(UUID.randomUUID()))).isFalse();
    }

    @Test
    void a_second_one_with_the_same_id_changes_nothing() {
        var first = submitted();
        var second = Evidence.submit(
                first.evidence().id(),
                SOUTHBY,
                first.evidence().content(),
                List.of(),
                Evidence.Step.first(ASSESSOR, NOON),
                UUID.randomUUID());
        store().add(first);

        assertThat(store().add(second)).isFalse();

        assertThat(store().find(first.evidence().id(), ALL)).contains(first.evidence());
    }

    @Test
    void states_of_many_are_told_for_what_is_visible_alone() {
        var ours = submitted();
        var theirs = submitted(SOUTHBY, NOON, "4.3");
        store().add(ours);
        store().add(theirs);
        store().change(ours.evidence().withdraw(LEAD, NOON.plusSeconds(1), UUID.randomUUID()));

        var asked = List.of(ours.evidence().id(), theirs.evidence().id(), new EvidenceId(UUID.randomUUID()));
        assertThat(store().states(asked, ONLY_NORTHMOOR))
                .containsExactly(Map.entry(ours.evidence().id(), EvidenceState.WITHDRAWN));
        assertThat(store().states(asked, ALL)).hasSize(2);
        assertThat(store().states(asked, NOBODY)).isEmpty();
    }

    @Test
    void changes_follow_each_other() {
        var evidence = submitted().evidence();
        store().add(new EvidenceEvent.Submitted(UUID.randomUUID(), evidence));
        var returned = evidence.giveBack("Too old", ASSESSOR, NOON.plusSeconds(1), UUID.randomUUID());
        var withdrawn = returned.evidence().withdraw(LEAD, NOON.plusSeconds(2), UUID.randomUUID());

        assertThat(store().change(returned)).isTrue();
        assertThat(store().change(withdrawn)).isTrue();

        assertThat(store().find(evidence.id(), ALL)).contains(withdrawn.evidence());
    }

    @Test
    void a_whole_life_is_kept_as_it_was() {
        var first = submitted();
        store().add(first);
        var life = new ArrayList<EvidenceEvent>();
        life.add(first.evidence().startReview(ASSESSOR, NOON.plusSeconds(1), UUID.randomUUID()));
        life.add(life.getLast().evidence().accept(ASSESSOR, NOON.plusSeconds(2), UUID.randomUUID()));
        life.add(
                life.getLast().evidence().reaffirm(texts(2), "Still so", LEAD, NOON.plusSeconds(3), UUID.randomUUID()));
        life.add(life.getLast()
                .evidence()
                .arrange(
                        "jo",
                        new TreeSet<>(Set.of(UUID.randomUUID())),
                        null,
                        LEAD,
                        NOON.plusSeconds(4),
                        UUID.randomUUID()));
        life.add(life.getLast().evidence().expire("Too old", NOON.plusSeconds(5), UUID.randomUUID()));
        life.add(life.getLast()
                .evidence()
                .resubmit(everything(), List.of(), "Newer", LEAD, NOON.plusSeconds(6), UUID.randomUUID()));
        life.add(life.getLast().evidence().accept(ASSESSOR, NOON.plusSeconds(7), UUID.randomUUID()));
        life.add(life.getLast()
                .evidence()
                .supersede(new EvidenceId(UUID.randomUUID()), "Replaced", NOON.plusSeconds(8), UUID.randomUUID()));

        assertThat(life).allSatisfy(event -> {
            assertThat(store().change(event)).isTrue();
            assertThat(store().find(event.evidence().id(), ALL)).contains(event.evidence());
        });
    }

    @Test
    void who_has_waited_longest_comes_first_and_a_resubmission_queues_up_again() {
        var first = add(submitted(NORTHMOOR, NOON, "4.3"));
        var second = add(submitted(NORTHMOOR, NOON.plusSeconds(1), "4.3"));
        var third = add(submitted(SOUTHBY, NOON.plusSeconds(2), "4.3"));
        var returned = first.giveBack("Too old", ASSESSOR, NOON.plusSeconds(3), UUID.randomUUID());
        store().change(returned);
        store().change(returned.evidence()
                .resubmit(first.content(), List.of(), null, LEAD, NOON.plusSeconds(4), UUID.randomUUID()));
        store().change(third.startReview(ASSESSOR, NOON.plusSeconds(5), UUID.randomUUID()));

        var page = store().waiting(null, 2, ALL);
        var rest = store().waiting(page.next().orElseThrow(), 2, ALL);

        assertThat(page.items()).extracting(Evidence::id).containsExactly(second.id(), third.id());
        assertThat(rest.items()).extracting(Evidence::id).containsExactly(first.id());
        assertThat(rest.next()).isEmpty();
        assertThat(store().waiting(null, 10, ONLY_NORTHMOOR).items())
                .extracting(Evidence::id)
                .containsExactly(second.id(), first.id());
        assertThat(ids(EVERYTHING, ALL)).containsExactly(third.id(), second.id(), first.id());
    }

    @Test
    void of_two_changes_to_one_version_the_second_loses() {
        var event = submitted();
        store().add(event);
        var accepted = event.evidence().accept(ASSESSOR, NOON, UUID.randomUUID());
        var returned = event.evidence().giveBack("Too old", ASSESSOR, NOON, UUID.randomUUID());
        store().change(accepted);

        assertThat(store().change(returned)).isFalse();

        assertThat(store().find(event.evidence().id(), ALL)).contains(accepted.evidence());
    }

    @Test
    void another_providers_evidence_is_as_if_it_did_not_exist() {
        var event = submitted(SOUTHBY, NOON, "4.3");
        store().add(event);

        assertThat(store().find(event.evidence().id(), ONLY_NORTHMOOR)).isEmpty();
        assertThat(store().find(new EvidenceId(UUID.randomUUID()), ONLY_NORTHMOOR))
                .isEmpty();
        assertThat(ids(EVERYTHING, ONLY_NORTHMOOR)).isEmpty();
        assertThat(ids(new EvidenceFilter(SOUTHBY, null, null), ONLY_NORTHMOOR)).isEmpty();
        assertThat(ids(EVERYTHING, NOBODY)).isEmpty();
    }

    @Test
    void a_list_is_narrowed_by_provider_criterion_and_state() {
        var northmoor = add(submitted(NORTHMOOR, NOON, "1.7", "4.3"));
        var southby = add(submitted(SOUTHBY, NOON.plusSeconds(1), "4.3"));
        store().change(southby.accept(ASSESSOR, NOON, UUID.randomUUID()));

        assertThat(ids(EVERYTHING, ALL)).containsExactly(southby.id(), northmoor.id());
        assertThat(ids(new EvidenceFilter(NORTHMOOR, null, null), ALL)).containsExactly(northmoor.id());
        assertThat(ids(new EvidenceFilter(null, new CriterionCode("1.7"), null), ALL))
                .containsExactly(northmoor.id());
        assertThat(ids(new EvidenceFilter(null, new CriterionCode("4.3"), EvidenceState.ACCEPTED), ALL))
                .containsExactly(southby.id());
        assertThat(ids(EVERYTHING, ONLY_NORTHMOOR)).containsExactly(northmoor.id());
    }

    @Test
    void a_list_is_narrowed_by_everything_that_is_known_of_evidence() {
        var item = add(submitted(NORTHMOOR, NOON, "1.7", "4.3"));
        var thread = UUID.randomUUID();
        var arranged = item.arrange("amina", new TreeSet<>(Set.of(thread)), null, LEAD, NOON, UUID.randomUUID());
        store().change(arranged);
        add(submitted(NORTHMOOR, NOON.plusSeconds(1), "4.3"));
        var any = EVERYTHING;

        assertThat(ids(narrowed("thread", thread), ALL)).containsExactly(item.id());
        assertThat(ids(narrowed("owner", "amina"), ALL)).containsExactly(item.id());
        assertThat(ids(any, ALL)).hasSize(2);
        for (String field :
                List.of("states", "voice", "kind", "classification", "words", "period", "submitted", "review")) {
            assertThat(ids(narrowed(field, true), ALL)).as(field + " that fits").hasSize(2);
            assertThat(ids(narrowed(field, false), ALL))
                    .as(field + " that does not")
                    .isEmpty();
        }
    }

    @Test
    void evidence_that_answers_an_earlier_text_needs_a_fresh_look() {
        var item = add(submitted(NORTHMOOR, NOON, "4.3"));

        assertThat(ids(narrowed("look", reworded("4.3", 2)), ALL)).containsExactly(item.id());
        assertThat(ids(narrowed("look", reworded("4.3", 1)), ALL)).isEmpty();
        assertThat(ids(narrowed("look", reworded("1.7", 2)), ALL)).isEmpty();
        assertThat(ids(narrowed("look", new FreshLook(List.of(), List.of())), ALL))
                .isEmpty();
    }

    @Test
    void evidence_for_what_a_new_edition_asks_in_another_way_needs_a_fresh_look_until_it_answers_that_edition() {
        var item = add(submitted(NORTHMOOR, NOON, "4.3"));
        add(submitted(NORTHMOOR, NOON, "1.7"));
        var next = InMemoryStandard.following("4.3");
        var look = new FreshLook(List.of(), List.of(InMemoryStandard.EDITION, next));

        assertThat(ids(narrowed("look", look), ALL)).containsExactly(item.id());

        var answers = new TreeSet<>(item.content().references());
        answers.add(new Reference(next.code(), new CriterionCode("4.3"), 1));
        var revised = item.resubmit(
                item.content().answering(answers), item.files(), null, LEAD, NOON.plusSeconds(1), UUID.randomUUID());
        store().change(revised);
        assertThat(ids(narrowed("look", look), ALL)).isEmpty();
    }

    private static FreshLook reworded(String code, int textVersion) {
        return new FreshLook(List.of(new Reference("matrix-ncs-4e", new CriterionCode(code), textVersion)), List.of());
    }

    private static EvidenceFilter narrowed(String field, Object value) {
        boolean fits = value.equals(true);
        var day = LocalDate.parse(fits ? "2026-04-30" : "2001-01-01");
        var noon = LocalDate.parse(fits ? "2026-11-02" : "2026-11-01");
        var review = LocalDate.parse(fits ? "2027-09-30" : "2027-09-29");
        return new EvidenceFilter(
                null,
                field.equals("states")
                        ? Set.of(EvidenceState.RETURNED, fits ? EvidenceState.SUBMITTED : EvidenceState.ACCEPTED)
                        : Set.of(),
                null,
                field.equals("voice") ? (fits ? Voice.CLIENT : Voice.STAFF) : null,
                field.equals("kind") ? (fits ? Kind.ACCOUNT : Kind.DATA) : null,
                field.equals("classification")
                        ? (fits ? Classification.OFFICIAL : Classification.OFFICIAL_SENSITIVE)
                        : null,
                value instanceof UUID thread ? thread : null,
                field.equals("owner") ? "amina" : null,
                field.equals("words") ? SearchWords.in(fits ? "CLIENTS said survey" : "clients sai") : List.of(),
                field.equals("period") ? new Days(day, day) : Days.ANY,
                field.equals("submitted") ? new Days(noon, noon) : Days.ANY,
                field.equals("review") ? new Days(review, review) : Days.ANY,
                value instanceof FreshLook look ? look : null,
                null);
    }

    @Test
    void pages_go_on_after_the_last_item_in_both_orders() {
        var added = new ArrayList<EvidenceId>();
        for (int i = 0; i < 5; i++) {
            added.add(add(submitted(NORTHMOOR, NOON.plusSeconds(i), "4.3")).id());
        }

        assertThat(walk(Order.OLDEST_FIRST)).isEqualTo(added);
        assertThat(walk(Order.NEWEST_FIRST)).isEqualTo(added.reversed());
    }

    @Test
    void a_file_is_held_by_its_own_evidence_only() {
        var one = add(submitted());
        var other = add(submitted());
        var file = one.files().getFirst().id();

        assertThat(store().holds(one.id(), file)).isTrue();
        assertThat(store().holds(other.id(), file)).isFalse();
        assertThat(store().holds(new EvidenceId(UUID.randomUUID()), file)).isFalse();
    }

    @Test
    void standings_are_of_every_item_of_the_own_provider() {
        var one = add(submitted(NORTHMOOR, NOON, "1.7", "4.3"));
        var two = add(submitted(NORTHMOOR, NOON, "4.3"));
        add(submitted(SOUTHBY, NOON, "4.3"));

        assertThat(store().standings(10, ONLY_NORTHMOOR)).containsExactlyInAnyOrder(Standing.of(one), Standing.of(two));
        assertThat(store().standings(1, ONLY_NORTHMOOR)).hasSize(1);
    }

    @Test
    void what_was_announced_after_a_time_is_of_the_own_provider_and_not_what_was_only_arranged() {
        var before = add(submitted(NORTHMOOR, NOON, "4.3"));
        var after = add(submitted(NORTHMOOR, NOON.plusSeconds(1), "4.3"));
        add(submitted(SOUTHBY, NOON.plusSeconds(1), "4.3"));
        var accepted = add(submitted(NORTHMOOR, NOON, "1.7"));
        store().change(accepted.accept(ASSESSOR, NOON.plusSeconds(2), UUID.randomUUID()));
        store().change(before.arrange("other", new TreeSet<>(), null, LEAD, NOON.plusSeconds(3), UUID.randomUUID()));

        assertThat(store().announcedAfter(NOON, 10, ONLY_NORTHMOOR))
                .containsExactlyInAnyOrder(after.id(), accepted.id());
        assertThat(store().announcedAfter(NOON.plusSeconds(2), 10, ONLY_NORTHMOOR))
                .isEmpty();
        assertThat(store().announcedAfter(NOON, 1, ONLY_NORTHMOOR)).hasSize(1);
    }

    @Test
    void a_file_of_an_earlier_revision_is_still_held() {
        var item = add(submitted());
        store().change(item.resubmit(item.content(), List.of(), null, LEAD, NOON, UUID.randomUUID()));

        assertThat(store().holds(item.id(), item.files().getFirst().id())).isTrue();
    }

    private static SortedSet<Reference> texts(int version) {
        return new TreeSet<>(Set.of(
                new Reference("matrix-ncs-4e", new CriterionCode("1.7"), version),
                new Reference("matrix-ncs-4e", new CriterionCode("4.3"), 1)));
    }

    private static Content everything() {
        var some = Samples.content("4.3");
        var references = texts(2);
        references.add(new Reference("next", new CriterionCode("7.1"), 1));
        return new Content(
                some.edition(),
                references,
                "All",
                "Everything there is",
                Voice.PARTNER,
                Kind.LINK,
                some.period(),
                some.reviewDate(),
                Classification.OFFICIAL_SENSITIVE,
                "sam",
                "https://example.org",
                "customer-charter",
                new TreeSet<>(List.of(UUID.randomUUID(), UUID.randomUUID())));
    }

    private Evidence add(EvidenceEvent.Submitted event) {
        store().add(event);
        return event.evidence();
    }

    private List<EvidenceId> ids(EvidenceFilter filter, VisibleProviders visible) {
        return store().list(filter, new Slice(Order.NEWEST_FIRST, null, 10), visible).items().stream()
                .map(Evidence::id)
                .toList();
    }

    private List<EvidenceId> walk(Order order) {
        var seen = new ArrayList<EvidenceId>();
        var page = store().list(EVERYTHING, new Slice(order, null, 2), ALL);
        page.items().forEach(item -> seen.add(item.id()));
        while (page.more()) {
            page = store().list(EVERYTHING, new Slice(order, page.next().orElseThrow(), 2), ALL);
            page.items().forEach(item -> seen.add(item.id()));
        }
        return seen;
    }
}
