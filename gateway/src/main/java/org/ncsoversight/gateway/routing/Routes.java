package org.ncsoversight.gateway.routing;

import java.util.Arrays;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** One route for each part; paths go through unchanged. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> parts(Backends backends, PartAnswers answers) {
        return Arrays.stream(Part.values())
                .map(part -> route(part, backends, answers))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static RouterFunction<ServerResponse> route(Part part, Backends backends, PartAnswers answers) {
        return GatewayRouterFunctions.route(part.name())
                .route(paths(part), HandlerFunctions.http())
                .before(BeforeFilterFunctions.uri(backends.of(part)))
                .filter((request, next) -> answers.answer(part, request, next))
                .build();
    }

    private static RequestPredicate paths(Part part) {
        return part.pages().stream()
                .map(prefix -> RequestPredicates.path(prefix + "/**"))
                .reduce(RequestPredicates.path(part.api() + "/**"), RequestPredicate::or);
    }
}
