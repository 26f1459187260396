package org.ncsoversight.gateway.limits;

import org.ncsoversight.answers.Answers;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Where the limits stand in the way of a request. */
@Configuration(proxyBeanMethods = false)
class Limits {

    @Bean
    FilterRegistrationBean<AddressLimit> addressLimit(RateLimits limits, Answers troubles) {
        var registration = new FilterRegistrationBean<>(new AddressLimit(limits, troubles));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<TypedBodiesOnly> typedBodiesOnly(Answers troubles) {
        var registration = new FilterRegistrationBean<>(new TypedBodiesOnly(troubles));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    // Before anything that might ask for a parameter.
    @Bean
    FilterRegistrationBean<QueryParametersOnly> queryParametersOnly() {
        var registration = new FilterRegistrationBean<>(new QueryParametersOnly());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    BodyLimit bodyLimit(BodyLimits limits, Patience patience, Answers troubles) {
        return new BodyLimit(limits, patience, troubles);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersInTime(Patience patience) {
        return factory -> {
            factory.setProtocol(HeadersInTime.class.getName());
            factory.addProtocolHandlerCustomizers(
                    (HeadersInTime protocol) -> protocol.setWithin(patience.headersWithin()));
        };
    }

    @Bean
    RateLimit rateLimit(RateLimits limits, Answers troubles) {
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
