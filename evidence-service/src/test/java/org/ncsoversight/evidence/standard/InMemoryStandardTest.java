package org.ncsoversight.evidence.standard;

class InMemoryStandardTest extends KnownStandardContract {

    private final KnownStandard standard = new InMemoryStandard();
    private final KnownProviders providers = new InMemoryProviders();

    @Override
    protected KnownStandard standard() {
        return standard;
    }

    @Override
    protected KnownProviders providers() {
        return providers;
    }
}
