package org.ncsoversight.reporting.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The providers a caller may know of; only this package can make one, and every query for provider data wants one. */
public final class VisibleProviders {

    /** Null stands for all. */
    private final @Nullable Set<String> ukprns;

    private VisibleProviders(@Nullable Set<String> ukprns) {
        this.ukprns = ukprns;
    }

    static VisibleProviders all() {
        return new VisibleProviders(null);
    }

    static VisibleProviders only(Set<String> ukprns) {
        return new VisibleProviders(Set.copyOf(ukprns));
    }

    public boolean includes(String ukprn) {
        return ukprns == null || ukprns.contains(ukprn);
    }

    /** Empty when all are visible. */
    public Optional<Set<String>> restrictedTo() {
        return Optional.ofNullable(ukprns);
    }
}
