package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.DraftStoreContract;

class InMemoryDraftStoreTest extends DraftStoreContract {

    private final DraftStore store = new InMemoryDraftStore();

    @Override
    protected DraftStore store() {
        return store;
    }
}
