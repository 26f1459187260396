package org.ncsoversight.evidence.readiness;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The twin of the one in MongoDB. */
public final class InMemoryReadiness implements KnownReadiness {

    private record Since(long version, Readiness.Heard heard) {}

    private final Map<ProviderId, Readiness> kept = new HashMap<>();
    private final Map<ProviderId, Since> since = new HashMap<>();

    @Override
    public synchronized void keep(Readiness readiness) {
        kept.merge(
                readiness.provider(), readiness, (known, other) -> other.version() >= known.version() ? other : known);
    }

    @Override
    public synchronized void keepHeard(ProviderId provider, long version, Readiness.Heard heard) {
        since.merge(
                provider,
                new Since(version, heard),
                (known, other) -> other.version() >= known.version() ? other : known);
    }

    @Override
    public synchronized Optional<Readiness> of(ProviderId provider, VisibleProviders visible) {
        return Optional.ofNullable(kept.get(provider))
                .filter(_ -> visible.includes(provider))
                .map(published -> Optional.ofNullable(since.get(provider))
                        .map(later -> published.heardOf(later.heard()))
                        .orElse(published));
    }
}
