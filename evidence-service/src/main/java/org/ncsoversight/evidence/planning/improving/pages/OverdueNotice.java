package org.ncsoversight.evidence.planning.improving.pages;

import java.util.List;
import org.ncsoversight.evidence.planning.store.ImprovementFilter;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.presenting.HomeNotice;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.stereotype.Component;

/** Says on a provider's home that actions of its plan are overdue. */
@Component
class OverdueNotice implements HomeNotice {

    private static final int COUNTED_UP_TO = 100;

    private final ImprovementStore store;
    private final EditionInForce days;

    OverdueNotice(ImprovementStore store, EditionInForce days) {
        this.store = store;
        this.days = days;
    }

    @Override
    public List<Notice> notices(Caller caller) {
        var provider = caller.organisation();
        if (provider.isEmpty() || !caller.may(Capability.DRAFT)) {
            return List.of();
        }
        var overdue = new ImprovementFilter(provider.get(), null, null, null, days.today());
        int count = store.list(overdue, null, COUNTED_UP_TO, caller.visible())
                .actions()
                .size();
        return count == 0
                ? List.of()
                : List.of(new Notice("Overdue improvement actions", "/evidence/improvement?overdue=yes", count));
    }
}
