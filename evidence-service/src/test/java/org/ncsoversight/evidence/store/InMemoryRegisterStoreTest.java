package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.registers.store.RegisterStoreContract;

class InMemoryRegisterStoreTest extends RegisterStoreContract {

    private final RegisterStore store = new InMemoryRegisterStore();

    @Override
    protected RegisterStore store() {
        return store;
    }
}
