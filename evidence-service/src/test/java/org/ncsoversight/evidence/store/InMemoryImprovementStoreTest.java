package org.ncsoversight.evidence.store;

class InMemoryImprovementStoreTest extends ImprovementStoreContract {

    private final ImprovementStore store = new InMemoryImprovementStore();

    @Override
    protected ImprovementStore store() {
        return store;
    }
}
