package org.ncsoversight.outcomes.security;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ncsoversight.outcomes.model.Ukprn;

/** Whose data a caller may see; only this package can make one, so a query cannot be asked without a caller. */
public final class VisibleProviders {

    static final VisibleProviders ALL = new VisibleProviders(true, Set.of());
    static final VisibleProviders NONE = new VisibleProviders(false, Set.of());

    private final boolean all;
    private final Set<Ukprn> providers;

    private VisibleProviders(boolean all, Set<Ukprn> providers) {
        this.all = all;
        this.providers = Set.copyOf(providers);
    }

    static VisibleProviders only(Set<Ukprn> providers) {
        return new VisibleProviders(false, providers);
    }

    public boolean include(Ukprn provider) {
        return all || providers.contains(provider);
    }

    /** Empty when there is no restriction at all; an empty set when nothing may be seen. */
    public Optional<Set<Ukprn>> restriction() {
        return all ? Optional.empty() : Optional.of(providers);
    }

    /** The part of these that is the given provider. */
    public VisibleProviders narrowedTo(Ukprn provider) {
        return include(provider) ? only(Set.of(provider)) : NONE;
    }

    VisibleProviders and(VisibleProviders more) {
        if (all || more.all) {
            return ALL;
        }
        return only(Stream.concat(providers.stream(), more.providers.stream())
                .collect(java.util.stream.Collectors.toSet()));
    }
}
