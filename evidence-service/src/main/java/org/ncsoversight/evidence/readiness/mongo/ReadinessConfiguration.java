package org.ncsoversight.evidence.readiness.mongo;

import com.mongodb.client.MongoDatabase;
import org.ncsoversight.evidence.readiness.KnownReadiness;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the collections of published readiness; both are asked by provider only. */
@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

    @Bean
    KnownReadiness knownReadiness(MongoDatabase database) {
        return new MongoReadiness(database);
    }
}
