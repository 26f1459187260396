package org.ncsoversight.evidence.together.assigning;

import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.evidence.presenting.HomeNotice;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.store.AssignmentStore;
import org.springframework.stereotype.Component;

/** Says on a provider's home what the caller was given to do, and what of it is overdue. */
@Component
class TasksNotice implements HomeNotice {

    private static final int COUNTED_UP_TO = 100;

    private final AssignmentStore store;
    private final EditionInForce days;

    TasksNotice(AssignmentStore store, EditionInForce days) {
        this.store = store;
        this.days = days;
    }

    @Override
    public List<Notice> notices(Caller caller) {
        if (!caller.may(Capability.DRAFT)) {
            return List.of();
        }
        var mine = new AssignmentStore.Filter(caller.person().username(), null, Assignment.State.OPEN, null);
        var open = store.list(mine, null, COUNTED_UP_TO, caller.own()).assignments();
        int overdue =
                (int) open.stream().filter(one -> one.isOverdueOn(days.today())).count();
        var notices = new ArrayList<Notice>();
        if (!open.isEmpty()) {
            notices.add(new Notice("Tasks given to you", "/evidence/tasks", open.size()));
        }
        if (overdue > 0) {
            notices.add(new Notice("Overdue tasks", "/evidence/tasks", overdue));
        }
        return notices;
    }
}
