package org.ncsoversight.criteria.people;

class InMemoryMachineAccountStoreTest extends MachineAccountStoreContract {

    private final MachineAccountStore store = new InMemoryMachineAccountStore();

    @Override
    protected MachineAccountStore store() {
        return store;
    }
}
