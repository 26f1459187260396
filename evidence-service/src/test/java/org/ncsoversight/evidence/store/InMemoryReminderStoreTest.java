package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.together.store.ReminderStore;
import org.ncsoversight.evidence.together.store.ReminderStoreContract;

class InMemoryReminderStoreTest extends ReminderStoreContract {

    private final ReminderStore store = new InMemoryReminderStore();

    @Override
    protected ReminderStore store() {
        return store;
    }
}
