package org.ncsoversight.evidence.planning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;
import static org.ncsoversight.evidence.planning.model.Improvements.DUE;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.model.Improvements;
import org.ncsoversight.evidence.planning.store.ImprovementStore.DueCount;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.security.VisibleProviders;

/** What every store of improvement actions must do. */
public abstract class ImprovementStoreContract {

    private static final ImprovementFilter EVERYTHING = new ImprovementFilter(null, null, null, null, null);
    private static final VisibleProviders ALL = Callers.assessor("all").visible();
    private static final VisibleProviders ONLY_NORTHMOOR =
            Callers.lead("99000001").visible();

    protected abstract ImprovementStore store();

    @Test
    void what_was_added_and_changed_is_found_as_it_was() {
        var proposed = Improvements.proposed(NORTHMOOR, DUE, "1.7", "4.3");
        var done = Improvements.done(proposed);
        store().add(proposed);

        assertThat(store().find(proposed.id(), ALL)).contains(proposed);
        assertThat(store().change(proposed.move(ActionState.AGREED, null, LEAD, NOON)))
                .isTrue();
        assertThat(store().change(done)).as("versions are not skipped").isFalse();
        assertThat(store().add(proposed)).isFalse();
        assertThat(store().find(proposed.id(), ALL).orElseThrow().state()).isEqualTo(ActionState.AGREED);
    }

    @Test
    void another_providers_action_is_as_if_it_did_not_exist() {
        var theirs = add(Improvements.proposed(SOUTHBY, DUE, "4.3"));

        assertThat(store().find(theirs.id(), ONLY_NORTHMOOR)).isEmpty();
        assertThat(ids(EVERYTHING, ONLY_NORTHMOOR)).isEmpty();
        assertThat(ids(new ImprovementFilter(SOUTHBY, null, null, null, null), ONLY_NORTHMOOR))
                .isEmpty();
    }

    @Test
    void a_list_is_narrowed_by_what_is_asked() {
        var soon = add(Improvements.proposed(NORTHMOOR, DUE, "1.7"));
        var later = add(Improvements.proposed(SOUTHBY, DUE.plusDays(1), "4.3"));
        store().change(later.move(ActionState.AGREED, null, LEAD, NOON));

        assertThat(ids(EVERYTHING, ALL)).containsExactly(soon.id(), later.id());
        assertThat(ids(new ImprovementFilter(NORTHMOOR, null, null, null, null), ALL))
                .containsExactly(soon.id());
        assertThat(ids(new ImprovementFilter(null, new CriterionCode("4.3"), null, null, null), ALL))
                .containsExactly(later.id());
        assertThat(ids(new ImprovementFilter(null, null, ActionState.PROPOSED, null, null), ALL))
                .containsExactly(soon.id());
        assertThat(ids(new ImprovementFilter(null, null, null, "nobody", null), ALL))
                .isEmpty();
        assertThat(ids(new ImprovementFilter(null, null, null, "lead", DUE.plusDays(1)), ALL))
                .containsExactly(soon.id());
    }

    @Test
    void pages_go_on_after_the_last_action() {
        var added = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            added.add(add(Improvements.proposed(NORTHMOOR, DUE.plusDays(i), "4.3"))
                    .id());
        }
        var seen = new ArrayList<UUID>();
        var page = store().list(EVERYTHING, null, 2, ALL);
        page.actions().forEach(action -> seen.add(action.id()));
        while (page.more()) {
            page = store().list(EVERYTHING, page.next().orElseThrow(), 2, ALL);
            page.actions().forEach(action -> seen.add(action.id()));
        }

        assertThat(seen).isEqualTo(added);
    }

    @Test
    void of_the_agreed_actions_that_are_due_those_done_are_counted() {
        walk(add(Improvements.proposed(NORTHMOOR, DUE, "4.3")), true);
        walk(add(Improvements.proposed(NORTHMOOR, DUE, "4.3")), false);
        walk(add(Improvements.proposed(NORTHMOOR, DUE.plusDays(1), "4.3")), true);
        walk(add(Improvements.proposed(SOUTHBY, DUE, "4.3")), true);
        add(Improvements.proposed(NORTHMOOR, DUE, "4.3"));

        assertThat(store().countDue(NORTHMOOR, DUE)).isEqualTo(new DueCount(1, 2));
        assertThat(store().countDue(NORTHMOOR, DUE.minusDays(1))).isEqualTo(new DueCount(0, 0));
        assertThat(store().providers()).containsExactlyInAnyOrder(NORTHMOOR, SOUTHBY);
    }

    private void walk(ImprovementAction action, boolean toTheEnd) {
        var agreed = action.move(ActionState.AGREED, null, LEAD, NOON);
        store().change(agreed);
        if (toTheEnd) {
            var started = agreed.move(ActionState.IN_PROGRESS, null, LEAD, NOON);
            store().change(started);
            store().change(started.move(ActionState.DONE, "Asked all", LEAD, NOON));
        }
    }

    private ImprovementAction add(ImprovementAction action) {
        store().add(action);
        return action;
    }

    private List<UUID> ids(ImprovementFilter filter, VisibleProviders visible) {
        return store().list(filter, null, 10, visible).actions().stream()
                .map(ImprovementAction::id)
                .toList();
    }
}
