package org.ncsoversight.evidence.items.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.security.VisibleProviders;

/** What everything that keeps drafts must do. */
public abstract class DraftStoreContract {

    private static final VisibleProviders OWN = Callers.lead("99000001").own();
    private static final VisibleProviders OTHER = Callers.lead("99000002").own();

    protected abstract DraftStore store();

    @Test
    void a_draft_is_found_as_it_was_typed() {
        var item = Samples.submitted().evidence();
        var draft = Draft.of(item, LEAD, NOON)
                .saying(Proposal.of(item).with(Field.PERIOD_FROM, "2026-2-31"), LEAD, NOON.plusSeconds(1))
                .handOver("Please check", LEAD, NOON.plusSeconds(2));

        assertThat(store().add(draft)).isTrue();

        assertThat(store().find(draft.id(), OWN)).contains(draft);
    }

    @Test
    void a_second_one_with_the_same_id_changes_nothing() {
        var draft = draft(NORTHMOOR, 0);
        store().add(draft);

        assertThat(store().add(Draft.start(draft.id(), SOUTHBY, Proposal.EMPTY, LEAD, NOON)))
                .isFalse();

        assertThat(store().find(draft.id(), OWN)).contains(draft);
    }

    @Test
    void of_two_saves_over_one_version_the_second_loses() {
        var draft = draft(NORTHMOOR, 0);
        store().add(draft);
        var first = draft.saying(Proposal.EMPTY.with(Field.TITLE, "First"), LEAD, NOON);
        var second = draft.saying(Proposal.EMPTY.with(Field.TITLE, "Second"), LEAD, NOON);

        assertThat(store().save(first)).isTrue();
        assertThat(store().save(second)).isFalse();

        assertThat(store().find(draft.id(), OWN)).contains(first);
    }

    @Test
    void a_draft_that_has_changed_is_not_removed() {
        var draft = draft(NORTHMOOR, 0);
        store().add(draft);
        var saved = draft.saying(Proposal.EMPTY, LEAD, NOON);
        store().save(saved);

        assertThat(store().remove(draft)).isFalse();
        assertThat(store().remove(saved)).isTrue();
        assertThat(store().remove(saved)).isFalse();
        assertThat(store().find(draft.id(), OWN)).isEmpty();
    }

    @Test
    void another_providers_draft_is_as_if_it_did_not_exist() {
        var draft = draft(NORTHMOOR, 0);
        store().add(draft);

        assertThat(store().find(draft.id(), OTHER)).isEmpty();
        assertThat(store().list(null, 10, OTHER).drafts()).isEmpty();
        assertThat(store().list(null, 10, Callers.assessor("all").own()).drafts())
                .isEmpty();
    }

    @Test
    void the_list_goes_on_after_the_last_draft_and_saving_moves_none() {
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < 3; i++) {
            drafts.add(draft(NORTHMOOR, i));
            store().add(drafts.getLast());
        }
        store().save(drafts.getFirst().saying(Proposal.EMPTY, LEAD, NOON.plusSeconds(60)));

        var first = store().list(null, 2, OWN);
        var rest = store().list(first.next().orElseThrow(), 2, OWN);

        assertThat(first.drafts())
                .extracting(Draft::id)
                .containsExactly(drafts.get(2).id(), drafts.get(1).id());
        assertThat(rest.drafts())
                .extracting(Draft::id)
                .containsExactly(drafts.getFirst().id());
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void a_file_is_held_by_its_own_draft_only() {
        var item = Samples.submitted().evidence();
        store().add(Draft.of(item, LEAD, NOON));

        assertThat(store().holds(item.id(), item.files().getFirst().id())).isTrue();
        assertThat(store().holds(item.id(), UUID.randomUUID())).isFalse();
        assertThat(store().holds(
                                new EvidenceId(UUID.randomUUID()),
                                item.files().getFirst().id()))
                .isFalse();
    }

    private static Draft draft(ProviderId provider, int seconds) {
        return Draft.start(
                new EvidenceId(UUID.randomUUID()),
                provider,
                Proposal.EMPTY.with(Field.CRITERIA, List.of("4.3")),
                LEAD,
                NOON.plusSeconds(seconds));
    }
}
