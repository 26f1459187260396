package org.ncsoversight.criteria.store;

import org.ncsoversight.criteria.deadletters.store.LetterStore;
import org.ncsoversight.criteria.deadletters.store.LetterStoreContract;

class InMemoryLetterStoreTest extends LetterStoreContract {

    private final InMemoryLetterStore store = new InMemoryLetterStore();

    @Override
    protected LetterStore store() {
        return store;
    }
}
