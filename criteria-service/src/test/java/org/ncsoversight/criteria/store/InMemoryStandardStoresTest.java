package org.ncsoversight.criteria.store;

import java.io.IOException;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.ncsoversight.criteria.standard.store.EditionStore;

class InMemoryStandardStoresTest extends StandardStoreContract {

    private final InMemoryEditionStore editions = new InMemoryEditionStore();
    private final InMemoryDraftStore drafts = new InMemoryDraftStore();

    InMemoryStandardStoresTest() throws IOException {}

    @Override
    protected EditionStore editions() {
        return editions;
    }

    @Override
    protected DraftStore drafts() {
        return drafts;
    }
}
