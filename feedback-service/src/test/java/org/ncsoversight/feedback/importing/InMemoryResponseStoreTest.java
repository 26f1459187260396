package org.ncsoversight.feedback.importing;

class InMemoryResponseStoreTest extends ResponseStoreContract {

    @Override
    protected ResponseStore store() {
        return new InMemoryResponseStore();
    }
}
