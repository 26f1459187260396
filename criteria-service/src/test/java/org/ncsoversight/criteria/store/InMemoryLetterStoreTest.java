package org.ncsoversight.criteria.store;

class InMemoryLetterStoreTest extends LetterStoreContract {

    private final InMemoryLetterStore store = new InMemoryLetterStore();

    @Override
    protected LetterStore store() {
        return store;
    }
}
