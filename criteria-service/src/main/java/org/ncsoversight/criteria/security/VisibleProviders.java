package org.ncsoversight.criteria.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ncsoversight.criteria.model.Ukprn;

/** The providers that the caller may know about: all, or exactly these. Only this package can make one. */
public final class VisibleProviders {

    private final Optional<Set<Ukprn>> only;

    private VisibleProviders(Optional<Set<Ukprn>> only) {
        this.only = only;
    }

    static VisibleProviders everyone() {
        return new VisibleProviders(Optional.empty());
    }

    static VisibleProviders exactly(Collection<Ukprn> ukprns) {
        return new VisibleProviders(Optional.of(Set.copyOf(ukprns)));
    }

    public boolean all() {
        return only.isEmpty();
    }

    /** The only ones visible, or nothing when all are. */
    public Optional<Set<Ukprn>> only() {
        return only;
    }

    public boolean include(Ukprn ukprn) {
        return only.map(visible -> visible.contains(ukprn)).orElse(true);
    }

    public boolean includeAnyOf(Collection<Ukprn> ukprns) {
        return ukprns.stream().anyMatch(this::include);
    }

    /** Those of the visible ones that are also among these. */
    public Set<Ukprn> among(Collection<Ukprn> ukprns) {
        var both = new HashSet<>(ukprns);
        both.removeIf(ukprn -> !include(ukprn));
        return both;
    }
}
