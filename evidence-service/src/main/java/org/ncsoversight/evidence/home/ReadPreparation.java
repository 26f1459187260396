package org.ncsoversight.evidence.home;

import java.util.Set;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.planning.store.ThreadStore;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.readiness.KnownReadiness;
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
    private final KnownReadiness known;
    private final EditionInForce inForce;

    ReadPreparation(
            EvidenceStore store, DraftStore drafts, ThreadStore threads, KnownReadiness known, EditionInForce inForce) {
        this.store = store;
        this.drafts = drafts;
        this.threads = threads;
        this.known = known;
        this.inForce = inForce;
    }

    Preparation of(Caller caller) {
        var edition = inForce.edition().orElseThrow(Problem::criteriaNotYetKnown);
        var provider = caller.organisation().orElseThrow();
        // Of another edition it says nothing about this one: on the day of a change it is computed again soon.
        var readiness = known.of(provider, caller.own())
                .filter(published -> published.edition().equals(edition.code()));
        return new Preparation(
                edition,
                readiness.orElse(null),
                store.standings(MOST_ITEMS, caller.own()),
                readiness
                        .map(published ->
                                store.announcedAfter(published.heard().ofEvidence(), MOST_ITEMS, caller.own()))
                        .orElse(Set.of()),
                drafts.list(null, MOST_DRAFTS, caller.own()).drafts(),
                threads.of(provider, caller.own()));
    }
}
