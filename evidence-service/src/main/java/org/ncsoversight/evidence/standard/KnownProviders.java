package org.ncsoversight.evidence.standard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ncsoversight.evidence.model.ProviderId;

/** The names of the providers this service has heard of. */
public interface KnownProviders {

    /** A provider as last heard. */
    record Provider(ProviderId id, long version, String name) {}

    /** Keeps a provider unless the same or a later version of it is known. */
    void keep(Provider provider);

    /** The names that are known; a provider not heard of yet is simply not in it. */
    Map<ProviderId, String> namesOf(Collection<ProviderId> providers);

    /** Every provider heard of, in the order of their UKPRNs. */
    List<ProviderId> all();

    default String nameOf(ProviderId provider) {
        return namesOf(List.of(provider)).getOrDefault(provider, "UKPRN " + provider);
    }
}
