package org.ncsoversight.answers.repeating;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.documents.Patient;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** To be imported beside {@link RepeatSettings}: every POST of the API may come with an Idempotency-Key. */
@Configuration(proxyBeanMethods = false)
public class RepeatedRequests {

    @Bean
    MongoKeptAnswers keptAnswers(MongoDatabase database) {
        return new MongoKeptAnswers(database.getCollection("answers"));
    }

    @Bean
    ApplicationRunner keptAnswersIndexes(MongoDatabase database, MongoKeptAnswers kept) {
        return _ -> {
            Patient.awaitAnswer(database);
            kept.createIndexes();
        };
    }

    @Bean
    RequestsUnderWay requestsUnderWay(KeptAnswers kept, RepeatSettings settings, Clock clock) {
        return new RequestsUnderWay(kept, settings, clock);
    }

    @Bean
    AnswerRepeats answerRepeats(
            KeptAnswers kept, RequestsUnderWay underWay, RepeatSettings settings, Clock clock, Answers answers) {
        return new AnswerRepeats(kept, underWay, settings, clock, answers);
    }
}
