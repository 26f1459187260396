package org.ncsoversight.evidence.store;

class InMemoryEvidenceStoreTest extends EvidenceStoreContract {

    private final EvidenceStore store = new InMemoryEvidenceStore();

    @Override
    protected EvidenceStore store() {
        return store;
    }
}
