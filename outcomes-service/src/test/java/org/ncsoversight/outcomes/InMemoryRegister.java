package org.ncsoversight.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.outcomes.model.Contract;
import org.ncsoversight.outcomes.model.Contracts;
import org.ncsoversight.outcomes.model.Provider;
import org.ncsoversight.outcomes.model.ProviderRegister;
import org.ncsoversight.outcomes.model.Ukprn;

/** A register that believes whatever it hears. */
public final class InMemoryRegister implements ProviderRegister {

    private final List<Contract> contracts = new ArrayList<>();
    private final List<Provider> providers = new ArrayList<>();

    @Override
    public void remember(Contract contract, long version) {
        contracts.add(contract);
    }

    @Override
    public void remember(Provider provider, long version) {
        providers.add(provider);
    }

    @Override
    public Contracts contracts() {
        return new Contracts(contracts);
    }

    @Override
    public Optional<Provider> provider(Ukprn ukprn) {
        return providers.stream()
                .filter(provider -> provider.ukprn().equals(ukprn))
                .findFirst();
    }

    @Override
    public List<Provider> providers() {
        return List.copyOf(providers);
    }
}
