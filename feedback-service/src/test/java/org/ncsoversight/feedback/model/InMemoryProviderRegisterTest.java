package org.ncsoversight.feedback.model;

class InMemoryProviderRegisterTest extends ProviderRegisterContract {

    @Override
    protected ProviderRegister register() {
        return new InMemoryProviderRegister();
    }
}
