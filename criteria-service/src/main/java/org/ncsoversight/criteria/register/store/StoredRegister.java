package org.ncsoversight.criteria.register.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterView;
import org.ncsoversight.criteria.security.VisibleProviders;

/** The register as it is kept, for somebody who may see it. */
public record StoredRegister(ProviderStore providers, ContractStore contracts, VisibleProviders visible)
        implements RegisterView {

    private static final int MAX_CONTRACTS_READ = 1_000;

    @Override
    public Optional<Provider> provider(Ukprn ukprn) {
        return providers.find(ukprn, visible);
    }

    @Override
    public boolean holdsContracts(Ukprn ukprn) {
        return contractsOf(ukprn).stream().map(Contract::prime).anyMatch(ukprn::equals);
    }

    @Override
    public boolean takesPartFrom(Ukprn ukprn, LocalDate day) {
        return contractsOf(ukprn).stream()
                .anyMatch(contract -> !contract.period().from().isBefore(day));
    }

    private List<Contract> contractsOf(Ukprn ukprn) {
        return contracts.list(
                new ContractStore.Query(Optional.of(ukprn), Optional.empty(), MAX_CONTRACTS_READ), visible);
    }
}
