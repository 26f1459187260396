package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.together.store.CampaignStore;
import org.ncsoversight.evidence.together.store.CampaignStoreContract;

class InMemoryCampaignStoreTest extends CampaignStoreContract {

    private final CampaignStore store = new InMemoryCampaignStore();

    @Override
    protected CampaignStore store() {
        return store;
    }
}
