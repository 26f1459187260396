package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.underway.ImportRunStore;
import org.ncsoversight.evidence.underway.ImportRunStoreContract;

class InMemoryImportRunStoreTest extends ImportRunStoreContract {

    @Override
    protected ImportRunStore store() {
        return new InMemoryImportRunStore();
    }
}
