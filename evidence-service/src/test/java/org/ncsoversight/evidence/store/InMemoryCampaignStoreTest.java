package org.ncsoversight.evidence.store;

class InMemoryCampaignStoreTest extends CampaignStoreContract {

    private final CampaignStore store = new InMemoryCampaignStore();

    @Override
    protected CampaignStore store() {
        return store;
    }
}
