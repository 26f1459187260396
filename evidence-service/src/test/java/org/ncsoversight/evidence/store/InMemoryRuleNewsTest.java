package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.items.store.RuleNews;
import org.ncsoversight.evidence.items.store.RuleNewsContract;

class InMemoryRuleNewsTest extends RuleNewsContract {

    @Override
    protected RuleNews news() {
        return new InMemoryRuleNews();
    }
}
