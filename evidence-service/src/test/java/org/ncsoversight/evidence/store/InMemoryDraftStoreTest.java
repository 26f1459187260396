package org.ncsoversight.evidence.store;

class InMemoryDraftStoreTest extends DraftStoreContract {

    private final DraftStore store = new InMemoryDraftStore();

    @Override
    protected DraftStore store() {
        return store;
    }
}
