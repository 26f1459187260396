package org.ncsoversight.outcomes.model;

import java.util.List;
import java.util.Optional;

/** What we remember of the register of providers and contracts; for each, the highest version heard wins. */
public interface ProviderRegister {

    void remember(Contract contract, long version);

    void remember(Provider provider, long version);

    Contracts contracts();

    Optional<Provider> provider(Ukprn ukprn);

    /** All, by name. */
    List<Provider> providers();
}
