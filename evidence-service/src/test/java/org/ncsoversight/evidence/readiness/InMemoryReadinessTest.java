package org.ncsoversight.evidence.readiness;

class InMemoryReadinessTest extends KnownReadinessContract {

    private final KnownReadiness readiness = new InMemoryReadiness();

    @Override
    protected KnownReadiness readiness() {
        return readiness;
    }
}
