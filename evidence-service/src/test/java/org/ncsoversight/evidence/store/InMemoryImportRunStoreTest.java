package org.ncsoversight.evidence.store;

class InMemoryImportRunStoreTest extends ImportRunStoreContract {

    @Override
    protected ImportRunStore store() {
        return new InMemoryImportRunStore();
    }
}
