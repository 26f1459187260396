package org.ncsoversight.evidence.store;

class InMemoryRegisterStoreTest extends RegisterStoreContract {

    private final RegisterStore store = new InMemoryRegisterStore();

    @Override
    protected RegisterStore store() {
        return store;
    }
}
