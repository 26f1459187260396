package org.ncsoversight.evidence.planning.threading;

import java.time.Clock;
import java.util.UUID;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.planning.store.ThreadStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What hangs on a thread stands in the items; when that changed, wherever it was changed, the thread announces it. */
@Component
class RefreshThreads {

    private final ThreadStore store;
    private final Clock clock;

    RefreshThreads(ThreadStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${evidence.threads.refresh-interval}")
    void pass() {
        for (GoldenThread thread : store.toRefresh()) {
            refresh(thread, Person.NOBODY);
        }
    }

    /** The thread as it is afterwards; when another changes it at the same time, the next pass looks again. */
    GoldenThread refresh(GoldenThread thread, Person by) {
        var now = store.idsOfItemsOn(thread);
        if (now.equals(thread.evidence())) {
            return thread;
        }
        var changed = thread.holding(now, by, clock.instant(), UUID.randomUUID());
        return store.change(changed) ? changed.thread() : thread;
    }
}
