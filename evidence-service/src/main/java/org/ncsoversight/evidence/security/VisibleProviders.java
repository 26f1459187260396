package org.ncsoversight.evidence.security;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;

/** Whose evidence the caller may see; only this package can make one, so no query can be asked without. */
public final class VisibleProviders {

    private static final VisibleProviders ALL = new VisibleProviders(null);
    private static final VisibleProviders NONE = new VisibleProviders(Set.of());

    private final @Nullable Set<ProviderId> exactly;

    private VisibleProviders(@Nullable Set<ProviderId> exactly) {
        this.exactly = exactly;
    }

    static VisibleProviders all() {
        return ALL;
    }

    static VisibleProviders none() {
        return NONE;
    }

    static VisibleProviders exactly(Set<ProviderId> providers) {
        return new VisibleProviders(Set.copyOf(providers));
    }

    VisibleProviders and(VisibleProviders more) {
        if (exactly == null || more.exactly == null) {
            return ALL;
        }
        var both = new HashSet<>(exactly);
        both.addAll(more.exactly);
        return exactly(both);
    }

    public boolean includes(ProviderId provider) {
        return exactly == null || exactly.contains(provider);
    }

    /** The providers a query must be narrowed to; empty when it need not be narrowed at all. */
    public Optional<Set<ProviderId>> onlyThese() {
        return Optional.ofNullable(exactly);
    }

    /** Whether the caller sees more than one provider, so that lists should name them. */
    public boolean severalProviders() {
        return exactly == null || exactly.size() > 1;
    }
}
