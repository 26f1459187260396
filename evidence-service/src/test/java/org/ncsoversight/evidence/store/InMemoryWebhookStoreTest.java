package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.exchange.store.WebhookStore;
import org.ncsoversight.evidence.exchange.store.WebhookStoreContract;

class InMemoryWebhookStoreTest extends WebhookStoreContract {

    private final WebhookStore store = new InMemoryWebhookStore();

    @Override
    protected WebhookStore store() {
        return store;
    }
}
