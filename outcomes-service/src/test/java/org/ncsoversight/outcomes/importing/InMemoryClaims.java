package org.ncsoversight.outcomes.importing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimEvent.ClaimRecorded;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.model.Ukprn;
import org.ncsoversight.outcomes.security.VisibleProviders;
import org.ncsoversight.outcomes.viewing.Claims;

/** Claims as long as the process lives. */
public final class InMemoryClaims implements ClaimStore, Claims {

    /** As strings sort, which is how a database sorts them. */
    private final Map<String, Stored> stored = new TreeMap<>();

    public final List<ClaimRecorded> announced = new ArrayList<>();

    public final Set<ProviderMonth> recounted = ConcurrentHashMap.newKeySet();

    @Override
    public synchronized Map<ClaimId, Stored> find(Collection<ClaimId> ids) {
        var found = new HashMap<ClaimId, Stored>();
        ids.forEach(id -> Optional.ofNullable(stored.get(id.value().toString())).ifPresent(s -> found.put(id, s)));
        return found;
    }

    @Override
    public synchronized boolean write(List<ClaimRecorded> changes, long order) {
        boolean all = true;
        for (var change : changes) {
            var claim = change.claim();
            var key = claim.id().value().toString();
            long before = stored.containsKey(key) ? stored.get(key).claim().version() : 0;
            boolean isNewest = !stored.containsKey(key) || stored.get(key).confirmed() <= order;
            if (before == claim.version() - 1 && isNewest) {
                stored.put(key, new Stored(claim, order, order));
                announced.add(change);
            } else {
                all = false;
            }
        }
        return all;
    }

    @Override
    public synchronized boolean confirm(List<Claim> unchanged, long order) {
        boolean all = true;
        for (var claim : unchanged) {
            var key = claim.id().value().toString();
            var before = stored.get(key);
            if (before != null && before.claim().version() == claim.version()) {
                stored.put(key, new Stored(before.claim(), before.order(), Math.max(before.confirmed(), order)));
            } else {
                all = false;
            }
        }
        return all;
    }

    @Override
    public void recount(Collection<ProviderMonth> months) {
        recounted.addAll(months);
    }

    @Override
    public synchronized List<Claim> page(VisibleProviders visible, Optional<ClaimId> after, int limit) {
        return stored.values().stream()
                .map(Stored::claim)
                .filter(claim -> visible.include(claim.provider()))
                .filter(claim -> after.isEmpty()
                        || claim.id()
                                        .value()
                                        .toString()
                                        .compareTo(after.get().value().toString())
                                > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<MonthlyCount> monthlyCounts(VisibleProviders visible) {
        record Key(Ukprn provider, YearMonth month, OutcomeType type) {}
        var counts = new HashMap<Key, MonthlyCount>();
        for (var claim : page(visible, Optional.empty(), Integer.MAX_VALUE)) {
            var month = YearMonth.from(claim.effectiveOn());
            counts.merge(
                    new Key(claim.provider(), month, claim.type()),
                    new MonthlyCount(claim.provider(), month, claim.type(), 1, claim.priority() ? 1 : 0),
                    (one, other) -> new MonthlyCount(
                            one.provider(),
                            one.month(),
                            one.type(),
                            one.claims() + other.claims(),
                            one.priorityClaims() + other.priorityClaims()));
        }
        return counts.values().stream()
                .sorted(Comparator.comparing(MonthlyCount::provider)
                        .thenComparing(Comparator.comparing(MonthlyCount::month).reversed())
                        .thenComparing(MonthlyCount::type))
                .toList();
    }
}
