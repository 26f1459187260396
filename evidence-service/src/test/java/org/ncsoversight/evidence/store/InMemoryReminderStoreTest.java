package org.ncsoversight.evidence.store;

class InMemoryReminderStoreTest extends ReminderStoreContract {

    private final ReminderStore store = new InMemoryReminderStore();

    @Override
    protected ReminderStore store() {
        return store;
    }
}
