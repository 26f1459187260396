package org.ncsoversight.feedback.importing;

class InMemoryImportStoreTest extends ImportStoreContract {

    @Override
    protected ImportStore store() {
        return new InMemoryImportStore();
    }
}
