package org.ncsoversight.evidence.home;

import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.planning.store.ThreadStore;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.stereotype.Component;

/** Reads what a provider's preparation for the edition in force is made of. */
@Component
class ReadPreparation {

    /** More would be no preparation, and would not fit on a page. */
    private static final int MOST_ITEMS = 20_000;

    private static final int MOST_DRAFTS = 200;

    private final EvidenceStore store;
    private final DraftStore drafts;
    private final ThreadStore threads;
    private final EditionInForce inForce;

    ReadPreparation(EvidenceStore store, DraftStore drafts, ThreadStore threads, EditionInForce inForce) {
        this.store = store;
        this.drafts = drafts;
        this.threads = threads;
        this.inForce = inForce;
    }

    Preparation of(Caller caller) {
        var edition = inForce.edition().orElseThrow(Problem::criteriaNotYetKnown);
        return new Preparation(
                edition,
                store.standings(MOST_ITEMS, caller.own()),
                drafts.list(null, MOST_DRAFTS, caller.own()).drafts(),
                threads.of(caller.organisation().orElseThrow(), caller.own()).stream()
                        .filter(GoldenThread::open)
                        .toList(),
                inForce.today());
    }
}
