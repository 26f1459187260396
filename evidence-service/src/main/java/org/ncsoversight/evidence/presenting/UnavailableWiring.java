package org.ncsoversight.evidence.presenting;

import org.ncsoversight.callers.KeysUnavailableAnswer;
import org.ncsoversight.documents.UnavailableAnswer;
import org.ncsoversight.evidence.security.Refusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ViewResolver;

/** What is said while something this service needs does not answer, in the same way as all other problems. */
@Configuration(proxyBeanMethods = false)
class UnavailableWiring {

    private final ObjectProvider<HandlerExceptionResolver> problems;
    private final ObjectProvider<ViewResolver> pages;

    /** Asked for late: what resolves exceptions is made with this. */
    UnavailableWiring(
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems,
            @Qualifier("thymeleafViewResolver") ObjectProvider<ViewResolver> pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @Bean
    UnavailableAnswer storeUnavailable() {
        return (request, response) -> refusals()
                .answer(
                        request,
                        response,
                        unavailable(
                                "store-away", "Nothing can be kept or shown for the moment. Try again in a minute"));
    }

    @Bean
    KeysUnavailableAnswer keysUnavailable() {
        return (request, response) -> refusals()
                .answer(
                        request,
                        response,
                        unavailable(
                                "sign-in-unavailable",
                                "The sign-in service does not answer, so we cannot check who you are."
                                        + " Try again in a minute"));
    }

    private Refusals refusals() {
        return new Refusals(problems.getObject(), pages.getObject());
    }

    private static Problem unavailable(String code, String text) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, text);
    }
}
