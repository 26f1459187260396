package org.ncsoversight.feedback.shopping;

class InMemoryShopStoreTest extends ShopStoreContract {

    @Override
    protected ShopStore store() {
        return new InMemoryShopStore();
    }
}
