package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.EvidenceStoreContract;

class InMemoryEvidenceStoreTest extends EvidenceStoreContract {

    private final EvidenceStore store = new InMemoryEvidenceStore();

    @Override
    protected EvidenceStore store() {
        return store;
    }
}
