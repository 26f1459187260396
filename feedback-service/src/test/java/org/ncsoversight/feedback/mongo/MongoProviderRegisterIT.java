package org.ncsoversight.feedback.mongo;

import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.model.ProviderRegisterContract;

class MongoProviderRegisterIT extends ProviderRegisterContract {

    @Override
    protected ProviderRegister register() {
        return new MongoProviderRegister(Databases.fresh());
    }
}
