package org.ncsoversight.criteria.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ncsoversight.criteria.model.register.Provider;
import org.ncsoversight.criteria.model.register.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.model.register.Ukprn;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Keeps the providers. A provider that the caller may not see is not there. */
public interface ProviderStore {

    /**
     * Which providers to list.
     *
     * @param among only these, when given
     * @param after only those whose UKPRN comes after this one
     */
    record Query(Optional<Provider.Kind> kind, Optional<Set<Ukprn>> among, Optional<Ukprn> after, int limit) {}

    Optional<Provider> find(Ukprn ukprn, VisibleProviders visible);

    /** By UKPRN. */
    List<Provider> list(Query query, VisibleProviders visible);

    /** Keeps a first version and announces it, unless there is one already. */
    boolean add(ProviderRecorded event);

    /** Keeps the next version and announces it, unless another change came first. */
    boolean replace(ProviderRecorded event);
}
