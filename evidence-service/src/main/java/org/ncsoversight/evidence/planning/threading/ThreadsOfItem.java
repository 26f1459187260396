package org.ncsoversight.evidence.planning.threading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.presentation.ItemSection;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.planning.store.ThreadStore;
import org.ncsoversight.evidence.presenting.Fragment;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.springframework.stereotype.Component;

/** On the page of an item: the threads it hangs on, and those it could hang on. */
@Component
class ThreadsOfItem implements ItemSection {

    private static final int AFTER_COMMENTS = 20;

    private final ThreadStore threads;

    ThreadsOfItem(ThreadStore threads) {
        this.threads = threads;
    }

    @Override
    public int order() {
        return AFTER_COMMENTS;
    }

    @Override
    public Optional<Fragment> section(Evidence evidence, Caller caller) {
        var all = threads.of(evidence.provider(), caller.visible());
        var on = all.stream()
                .filter(thread -> evidence.content().threads().contains(thread.id()))
                .toList();
        boolean mayEdit = caller.may(Capability.DRAFT) && caller.person().belongsTo(evidence.provider());
        var could = mayEdit
                ? all.stream()
                        .filter(thread -> thread.open() && !on.contains(thread) && runsThrough(thread, evidence))
                        .toList()
                : List.<GoldenThread>of();
        return on.isEmpty() && could.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fragment(
                        "planning/threading/of-item",
                        Map.of("evidence", evidence, "on", on, "could", could, "mayEdit", mayEdit)));
    }

    private static boolean runsThrough(GoldenThread thread, Evidence evidence) {
        return evidence.content().references().stream()
                .anyMatch(reference -> reference.edition().equals(thread.path().edition())
                        && thread.path().criteria().contains(reference.code()));
    }
}
