package org.ncsoversight.evidence.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.store.ImprovementFilter;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The twin of the one in MongoDB, for tests in milliseconds. */
public final class InMemoryImprovementStore implements ImprovementStore {

    private final Map<UUID, ImprovementAction> kept = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(ImprovementAction action) {
        return kept.putIfAbsent(action.id(), action) == null;
    }

    @Override
    public synchronized boolean change(ImprovementAction action) {
        var before = kept.get(action.id());
        if (before == null || before.version() != action.version() - 1) {
            return false;
        }
        kept.put(action.id(), action);
        return true;
    }

    @Override
    public synchronized Optional<ImprovementAction> find(UUID id, VisibleProviders visible) {
        return Optional.ofNullable(kept.get(id)).filter(action -> visible.includes(action.provider()));
    }

    @Override
    public synchronized Page list(ImprovementFilter filter, String after, int limit, VisibleProviders visible) {
        var found = kept.values().stream()
                .filter(action -> visible.includes(action.provider()) && filter.accepts(action))
                .filter(action -> after == null || action.listKey().compareTo(after) > 0)
                .sorted(Comparator.comparing(ImprovementAction::listKey))
                .toList();
        boolean more = found.size() > limit;
        return new Page(more ? found.subList(0, limit) : found, more);
    }

    @Override
    public synchronized DueCount countDue(ProviderId provider, LocalDate day) {
        return new DueCount(
                count(provider, day, ActionState::isCarriedOut), count(provider, day, ActionState::isAgreed));
    }

    private long count(ProviderId provider, LocalDate day, Predicate<ActionState> which) {
        return kept.values().stream()
                .filter(action -> action.provider().equals(provider)
                        && which.test(action.state())
                        && !action.improvement().dueOn().isAfter(day))
                .count();
    }

    @Override
    public synchronized Collection<ProviderId> providers() {
        return kept.values().stream()
                .map(ImprovementAction::provider)
                .distinct()
                .toList();
    }
}
