package org.ncsoversight.evidence.items.expiring;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.model.ProviderId;
import org.springframework.context.event.EventListener;

/**
 * Looks for what an acceptance replaces, a moment later, so that whoever accepts need not wait for a look at everything.
 *
 * <p>Many acceptances of one provider are looked at together. A process that dies in between looks at everything when it
 * starts again.
 */
class AfterAcceptance {

    private final ApplyRules rules;
    private final Executor threads;
    private final Set<ProviderId> asked = ConcurrentHashMap.newKeySet();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    AfterAcceptance(ApplyRules rules, Executor threads) {
        this.rules = rules;
        this.threads = threads;
    }

    @EventListener
    void onNews(EvidenceEvent.Accepted accepted) {
        if (!rules.mayReplace(accepted.evidence())) {
            return;
        }
        asked.add(accepted.evidence().provider());
        try {
            threads.execute(this::applyToAsked);
        } catch (RejectedExecutionException e) {
            rules.leaveToNextPass();
        }
    }

    private void applyToAsked() {
        oneAtATime.lock();
        try {
            for (ProviderId provider : List.copyOf(asked)) {
                if (asked.remove(provider)) {
                    rules.applyNowOrLeave(provider);
                }
            }
        } finally {
            oneAtATime.unlock();
        }
    }
}
