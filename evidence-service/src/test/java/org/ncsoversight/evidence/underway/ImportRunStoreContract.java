package org.ncsoversight.evidence.underway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.underway.ImportRun.Ending;
import org.ncsoversight.evidence.underway.ImportRun.State;

/** What every store of imports under way must do. */
public abstract class ImportRunStoreContract {

    private final VisibleProviders own = Callers.lead(NORTHMOOR.ukprn()).visible();
    private final ImportRun run =
            new ImportRun(UUID.randomUUID(), NORTHMOOR, "items", LEAD, NOON, NOON.plusSeconds(30), 0, 500, null);
    private ImportRunStore store;

    protected abstract ImportRunStore store();

    @BeforeEach
    void begin() {
        store = store();
        store.begin(run);
    }

    @Test
    void one_is_found_as_it_began_by_its_own_provider_alone() {
        assertThat(store.find(run.id(), own)).contains(run);
        assertThat(store.find(run.id(), Callers.lead("99000002").visible())).isEmpty();
        assertThat(store.find(UUID.randomUUID(), own)).isEmpty();
    }

    @Test
    void one_that_is_held_no_longer_was_interrupted() {
        assertThat(run.state(NOON.plusSeconds(30))).isEqualTo(State.RUNNING);
        assertThat(run.state(NOON.plusSeconds(31))).isEqualTo(State.INTERRUPTED);

        store.renew(run.id(), NOON.plusSeconds(60), 7, 500);

        var renewed = store.find(run.id(), own).orElseThrow();
        assertThat(renewed.state(NOON.plusSeconds(31))).isEqualTo(State.RUNNING);
        assertThat(renewed.done()).isEqualTo(7);
    }

    @Test
    void its_end_stays_whatever_the_time() {
        var ending = new Ending(201, "/api/evidence/imports/1", "{}");

        store.end(run.id(), ending);

        var ended = store.find(run.id(), own).orElseThrow();
        assertThat(ended.ending()).isEqualTo(ending);
        assertThat(ended.state(NOON.plusSeconds(9_999))).isEqualTo(State.DONE);
    }

    @Test
    void an_end_without_a_place_of_its_own_is_kept_too() {
        store.end(run.id(), new Ending(422, null, "{\"detail\":\"No\"}"));

        assertThat(store.find(run.id(), own).orElseThrow().state(NOON)).isEqualTo(State.REFUSED);
    }
}
