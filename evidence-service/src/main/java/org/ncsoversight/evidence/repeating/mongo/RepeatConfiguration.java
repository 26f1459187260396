package org.ncsoversight.evidence.repeating.mongo;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where answers are kept for repeats. */
@Configuration
class RepeatConfiguration {

    @Bean
    MongoAnswers answers(MongoDatabase database) {
        return new MongoAnswers(database.getCollection("answers"), database.getCollection("keysInUse"));
    }
}
