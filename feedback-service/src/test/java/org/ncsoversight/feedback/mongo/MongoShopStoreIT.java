package org.ncsoversight.feedback.mongo;

import org.ncsoversight.feedback.shopping.ShopStore;
import org.ncsoversight.feedback.shopping.ShopStoreContract;
import tools.jackson.databind.json.JsonMapper;

class MongoShopStoreIT extends ShopStoreContract {

    @Override
    protected ShopStore store() {
        return new MongoShopStore(Databases.fresh().getCollection("shops"), new JsonMapper(), () -> {});
    }
}
