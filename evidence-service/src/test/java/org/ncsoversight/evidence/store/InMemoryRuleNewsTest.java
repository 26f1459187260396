package org.ncsoversight.evidence.store;

class InMemoryRuleNewsTest extends RuleNewsContract {

    @Override
    protected RuleNews news() {
        return new InMemoryRuleNews();
    }
}
