package org.ncsoversight.evidence.planning.improving;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.registers.counting.AnnounceCounts;
import org.ncsoversight.evidence.registers.counting.CountedRegister;
import org.ncsoversight.evidence.registers.model.Count;
import org.springframework.stereotype.Component;

/** Counts, of the agreed actions that were due, those that are done or verified. */
@Component
class CountImprovement implements CountedRegister {

    private final ImprovementStore store;
    private final AnnounceCounts announce;

    CountImprovement(ImprovementStore store, AnnounceCounts announce) {
        this.store = store;
        this.announce = announce;
    }

    void changed(ProviderId provider) {
        announce.recount(this, provider);
    }

    @Override
    public String code() {
        return "improvement-plan";
    }

    @Override
    public Collection<ProviderId> providers() {
        return store.providers();
    }

    @Override
    public List<Count> counts(ProviderId provider, LocalDate asOf) {
        var counted = store.countDue(provider, asOf);
        // Counted one after the other, so a change in between must not make more done than due.
        return List.of(new Count("actions-done", Math.min(counted.carriedOut(), counted.due()), counted.due()));
    }
}
