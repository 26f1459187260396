package org.ncsoversight.feedback.mongo;

import org.ncsoversight.feedback.importing.ImportStore;
import org.ncsoversight.feedback.importing.ImportStoreContract;

class MongoImportStoreIT extends ImportStoreContract {

    @Override
    protected ImportStore store() {
        var store = new MongoImportStore(Databases.fresh());
        store.createIndexes();
        return store;
    }
}
