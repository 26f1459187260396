package org.ncsoversight.gateway.limits;

import org.ncsoversight.gateway.trouble.TroubleAnswers;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Where the limits stand in the way of a request. */
@Configuration(proxyBeanMethods = false)
class Limits {

    // Before anything that might ask for a parameter.
    @Bean
    FilterRegistrationBean<QueryParametersOnly> queryParametersOnly() {
        var registration = new FilterRegistrationBean<>(new QueryParametersOnly());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    BodyLimit bodyLimit(BodyLimits limits, TroubleAnswers troubles) {
        return new BodyLimit(limits, troubles);
    }

    @Bean
    RateLimit rateLimit(RateLimits limits, TroubleAnswers troubles) {
        return new RateLimit(limits, troubles);
    }

    // Inside the security chain only, where it is known who calls.
    @Bean
    FilterRegistrationBean<RateLimit> rateLimitInSecurityChainOnly(RateLimit limit) {
        var registration = new FilterRegistrationBean<>(limit);
        registration.setEnabled(false);
        return registration;
    }

    // It stands inside the security chain only, so that a refusal too carries the security headers.
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimitInSecurityChainOnly(BodyLimit limit) {
        var registration = new FilterRegistrationBean<>(limit);
        registration.setEnabled(false);
        return registration;
    }
}
