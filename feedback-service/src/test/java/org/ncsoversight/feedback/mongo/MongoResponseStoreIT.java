package org.ncsoversight.feedback.mongo;

import org.ncsoversight.feedback.importing.ResponseStore;
import org.ncsoversight.feedback.importing.ResponseStoreContract;
import tools.jackson.databind.json.JsonMapper;

class MongoResponseStoreIT extends ResponseStoreContract {

    @Override
    protected ResponseStore store() {
        return new MongoResponseStore(Databases.fresh(), new JsonMapper(), () -> {});
    }
}
