package org.ncsoversight.evidence.items.mongo;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where it is kept that rules are to be applied. */
@Configuration
class RuleNewsConfiguration {

    @Bean
    MongoRuleNews ruleNews(MongoDatabase database) {
        return new MongoRuleNews(database);
    }
}
