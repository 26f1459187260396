package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.planning.store.ImprovementStoreContract;

class InMemoryImprovementStoreTest extends ImprovementStoreContract {

    private final ImprovementStore store = new InMemoryImprovementStore();

    @Override
    protected ImprovementStore store() {
        return store;
    }
}
