package org.ncsoversight.evidence.standard;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.model.ProviderId;

/** The twin of the one in MongoDB. */
public final class InMemoryProviders implements KnownProviders {

    private final Map<ProviderId, Provider> kept = new HashMap<>();

    @Override
    public synchronized void keep(Provider provider) {
        kept.merge(provider.id(), provider, (old, now) -> now.version() > old.version() ? now : old);
    }

    @Override
    public synchronized Map<ProviderId, String> namesOf(Collection<ProviderId> providers) {
        return providers.stream()
                .distinct()
                .filter(kept::containsKey)
                .collect(Collectors.toMap(id -> id, id -> kept.get(id).name()));
    }

    @Override
    public synchronized List<ProviderId> all() {
        return kept.keySet().stream()
                .sorted(Comparator.comparing(ProviderId::ukprn))
                .toList();
    }
}
