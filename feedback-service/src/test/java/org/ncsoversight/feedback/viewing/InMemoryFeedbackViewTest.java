package org.ncsoversight.feedback.viewing;

import org.ncsoversight.feedback.importing.InMemoryImportStore;
import org.ncsoversight.feedback.importing.InMemoryResponseStore;
import org.ncsoversight.feedback.shopping.InMemoryShopStore;

class InMemoryFeedbackViewTest extends FeedbackViewContract {

    @Override
    protected Stores stores() {
        var responses = new InMemoryResponseStore();
        var shops = new InMemoryShopStore();
        var imports = new InMemoryImportStore();
        return new Stores(responses, shops, imports, new InMemoryFeedbackView(responses, shops, imports));
    }
}
