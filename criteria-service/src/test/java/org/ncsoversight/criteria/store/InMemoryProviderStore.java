package org.ncsoversight.criteria.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Providers for tests that need no database. */
public class InMemoryProviderStore implements ProviderStore {

    private final TreeMap<Ukprn, Provider> providers = new TreeMap<>();
    private final List<ProviderRecorded> announced = new ArrayList<>();
    private int racesToLose;

    /** The next changes find that somebody else was quicker. */
    public void loseRaces(int number) {
        racesToLose = number;
    }

    public List<ProviderRecorded> announced() {
        return announced;
    }

    @Override
    public Optional<Provider> find(Ukprn ukprn, VisibleProviders visible) {
        return Optional.ofNullable(providers.get(ukprn)).filter(provider -> visible.include(provider.ukprn()));
    }

    @Override
    public List<Provider> list(Query query, VisibleProviders visible) {
        return providers.values().stream()
                .filter(provider -> visible.include(provider.ukprn()))
                .filter(provider ->
                        query.kind().map(kind -> kind == provider.kind()).orElse(true))
                .filter(provider -> query.among()
                        .map(some -> some.contains(provider.ukprn()))
                        .orElse(true))
                .filter(query::isFoundIn)
                .filter(provider -> query.after()
                        .map(after -> provider.ukprn().compareTo(after) > 0)
                        .orElse(true))
                .limit(query.limit())
                .toList();
    }

    @Override
    public Map<Ukprn, Instant> changedAt(Set<Ukprn> ukprns, VisibleProviders visible) {
        return announced.stream()
                .filter(event -> ukprns.contains(event.provider().ukprn())
                        && visible.include(event.provider().ukprn()))
                .collect(Collectors.toMap(
                        event -> event.provider().ukprn(), ProviderRecorded::recordedAt, (earlier, later) -> later));
    }

    @Override
    public boolean add(ProviderRecorded event) {
        return providers.putIfAbsent(event.provider().ukprn(), event.provider()) == null && announced.add(event);
    }

    @Override
    public boolean replace(ProviderRecorded event) {
        Provider kept = providers.get(event.provider().ukprn());
        if (kept != null && racesToLose > 0) {
            racesToLose--;
            providers.put(kept.ukprn(), kept.with(kept.steps()));
        }
        kept = providers.get(event.provider().ukprn());
        if (kept == null || kept.version() != event.provider().version() - 1) {
            return false;
        }
        providers.put(kept.ukprn(), event.provider());
        return announced.add(event);
    }
}
