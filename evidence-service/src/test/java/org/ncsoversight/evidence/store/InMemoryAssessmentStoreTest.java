package org.ncsoversight.evidence.store;

class InMemoryAssessmentStoreTest extends AssessmentStoreContract {

    private final AssessmentStore store = new InMemoryAssessmentStore();

    @Override
    protected AssessmentStore store() {
        return store;
    }
}
