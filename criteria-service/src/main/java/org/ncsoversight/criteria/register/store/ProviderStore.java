package org.ncsoversight.criteria.register.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ncsoversight.criteria.model.Sought;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Keeps the providers. A provider that the caller may not see is not there. */
public interface ProviderStore {

    /**
     * Which providers to list.
     *
     * @param among only these, when given
     * @param text only those whose UKPRN or a name, present or former, has this in it
     * @param after only those whose UKPRN comes after this one
     */
    record Query(
            Optional<Provider.Kind> kind,
            Optional<Set<Ukprn>> among,
            Optional<String> text,
            Optional<Ukprn> after,
            int limit) {

        public Query(Optional<Provider.Kind> kind, Optional<Set<Ukprn>> among, Optional<Ukprn> after, int limit) {
            this(kind, among, Optional.empty(), after, limit);
        }

        /** As many as are read at once, whatever they are. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty(), MAX_READ);
        }

        /** Whether the text is found in it. */
        public boolean isFoundIn(Provider provider) {
            return text.map(Sought::new)
                    .map(sought -> sought.isIn(provider.ukprn().value())
                            || provider.names().entries().stream().anyMatch(entry -> sought.isIn(entry.name())))
                    .orElse(true);
        }
    }

    /** More providers than the country has. */
    int MAX_READ = 5_000;

    Optional<Provider> find(Ukprn ukprn, VisibleProviders visible);

    /** By UKPRN. */
    List<Provider> list(Query query, VisibleProviders visible);

    /** When each of these, as far as they are there, last changed. */
    Map<Ukprn, Instant> changedAt(Set<Ukprn> ukprns, VisibleProviders visible);

    /** Keeps a first version and announces it, unless there is one already. */
    boolean add(ProviderRecorded event);

    /** Keeps the next version and announces it, unless another change came first. */
    boolean replace(ProviderRecorded event);
}
