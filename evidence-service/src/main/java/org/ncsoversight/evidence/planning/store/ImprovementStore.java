package org.ncsoversight.evidence.planning.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps the actions of improvement plans. */
public interface ImprovementStore {

    /** Some actions, those due soonest first, and whether more follow. */
    record Page(List<ImprovementAction> actions, boolean more) {

        /** The list key to go on after. */
        public Optional<String> next() {
            return more ? Optional.of(actions.getLast().listKey()) : Optional.empty();
        }
    }

    /** How many agreed actions were due by a day, and how many of those are carried out. */
    record DueCount(long carriedOut, long due) {}

    /** Keeps a new action; false when its id is taken already, and then nothing changed. */
    boolean add(ImprovementAction action);

    /** Keeps a change to the version before; false when another change came first, and then nothing changed. */
    boolean change(ImprovementAction action);

    Optional<ImprovementAction> find(UUID id, VisibleProviders visible);

    Page list(ImprovementFilter filter, @Nullable String after, int limit, VisibleProviders visible);

    /** For the counting itself, which nobody asked for. */
    DueCount countDue(ProviderId provider, LocalDate day);

    /** Every provider that has an action. */
    Collection<ProviderId> providers();
}
