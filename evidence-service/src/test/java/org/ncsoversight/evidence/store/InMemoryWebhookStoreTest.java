package org.ncsoversight.evidence.store;

class InMemoryWebhookStoreTest extends WebhookStoreContract {

    private final WebhookStore store = new InMemoryWebhookStore();

    @Override
    protected WebhookStore store() {
        return store;
    }
}
