package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.planning.store.AssessmentStore;
import org.ncsoversight.evidence.planning.store.AssessmentStoreContract;

class InMemoryAssessmentStoreTest extends AssessmentStoreContract {

    private final AssessmentStore store = new InMemoryAssessmentStore();

    @Override
    protected AssessmentStore store() {
        return store;
    }
}
