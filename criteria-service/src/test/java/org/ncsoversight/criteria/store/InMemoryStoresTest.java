package org.ncsoversight.criteria.store;

import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.standard.store.EditionStore;

class InMemoryStoresTest extends StoreContract {

    private final InMemoryEditionStore editions = new InMemoryEditionStore();
    private final InMemoryProviderStore providers = new InMemoryProviderStore();
    private final InMemoryContractStore contracts = new InMemoryContractStore();

    @Override
    protected EditionStore editions() {
        return editions;
    }

    @Override
    protected ProviderStore providers() {
        return providers;
    }

    @Override
    protected ContractStore contracts() {
        return contracts;
    }
}
