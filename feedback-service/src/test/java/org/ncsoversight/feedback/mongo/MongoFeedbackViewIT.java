package org.ncsoversight.feedback.mongo;

import org.ncsoversight.feedback.viewing.FeedbackViewContract;
import tools.jackson.databind.json.JsonMapper;

class MongoFeedbackViewIT extends FeedbackViewContract {

    @Override
    protected Stores stores() {
        var database = Databases.fresh();
        return new Stores(
                new MongoResponseStore(database.getCollection("responses"), new JsonMapper(), () -> {}),
                new MongoShopStore(database.getCollection("shops"), new JsonMapper(), () -> {}),
                new MongoImportStore(database),
                new MongoFeedbackView(database));
    }
}
