package org.ncsoversight.evidence.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.RegisterCounts;
import org.ncsoversight.evidence.registers.store.RegisterCountStore;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The twin of the one in MongoDB, for tests in milliseconds. */
public final class InMemoryRegisterCountStore implements RegisterCountStore {

    private final Map<String, RegisterCounts> kept = new LinkedHashMap<>();
    private final List<RegisterCounts> announced = new ArrayList<>();

    @Override
    public synchronized Optional<RegisterCounts> lastAnnounced(ProviderId provider, String register) {
        return Optional.ofNullable(kept.get(provider + "/" + register));
    }

    @Override
    public synchronized boolean keep(RegisterCounts.Counted counted) {
        var counts = counted.counts();
        long before = lastAnnounced(counts.provider(), counts.register())
                .map(RegisterCounts::version)
                .orElse(0L);
        if (before != counts.version() - 1) {
            return false;
        }
        kept.put(counts.provider() + "/" + counts.register(), counts);
        announced.add(counts);
        return true;
    }

    @Override
    public synchronized List<RegisterCounts> of(ProviderId provider, VisibleProviders visible) {
        return kept.values().stream()
                .filter(counts -> counts.provider().equals(provider) && visible.includes(provider))
                .toList();
    }

    public synchronized List<RegisterCounts> announced() {
        return List.copyOf(announced);
    }
}
