package org.ncsoversight.evidence.store;

class InMemoryFileStoreTest extends FileStoreContract {

    private final FileStore store = new InMemoryFileStore();

    @Override
    protected FileStore store() {
        return store;
    }
}
