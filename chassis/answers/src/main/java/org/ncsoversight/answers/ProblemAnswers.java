package org.ncsoversight.answers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/**
 * To be imported beside a {@link ProblemPage}: every refusal and failure of a service in one form. Its access rules have to
 * let the container dispatch errors, and to answer their own refusals by {@link Answers}.
 */
@Configuration(proxyBeanMethods = false)
@Import({EveryFailure.class, LastWord.class, PlainFieldNames.class})
public class ProblemAnswers {

    @Bean
    Answers problems(JsonMapper json, ProblemPage page) {
        return new Answers(json, page);
    }
}
