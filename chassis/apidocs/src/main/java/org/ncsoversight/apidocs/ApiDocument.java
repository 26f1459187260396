package org.ncsoversight.apidocs;

import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** To be imported: serves {@code openapi.json} as it was checked in, so that nothing is generated while people wait. */
@Configuration(proxyBeanMethods = false)
public class ApiDocument {

    /** Where a service has it; the other address is the one the gateway passes on. */
    public static final String PATH = "/v3/api-docs";

    @Bean
    RouterFunction<ServerResponse> apiDocument(ApiFacts facts) {
        var document = new ClassPathResource("openapi.json");
        return RouterFunctions.route(
                methods(HttpMethod.GET, HttpMethod.HEAD).and(path(PATH).or(path(facts.publicPath()))),
                _ -> ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(document));
    }
}
