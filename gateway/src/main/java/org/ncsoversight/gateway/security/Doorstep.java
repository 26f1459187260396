package org.ncsoversight.gateway.security;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds before a request has come as far as our own filters. */
@Configuration(proxyBeanMethods = false)
class Doorstep {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersOfTheServerItself(SecurityHeaders headers) {
        return factory -> {
            factory.addEngineValves(new HeadersOnEverything(headers));
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(PlainErrors.class.getName());
                }
            });
        };
    }
}
