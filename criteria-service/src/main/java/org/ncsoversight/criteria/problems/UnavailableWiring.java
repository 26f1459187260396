package org.ncsoversight.criteria.problems;

import org.ncsoversight.documents.UnavailableAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** A database that does not answer is said by {@link ErrorAnswers}, like everything that no endpoint answered. */
@Configuration(proxyBeanMethods = false)
class UnavailableWiring {

    @Bean
    UnavailableAnswer unavailableAnswer() {
        return (_, response) -> response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
