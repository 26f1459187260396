package org.ncsoversight.evidence.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.callers.KeysUnavailableAnswer;
import org.ncsoversight.callers.KeysUnavailableFilter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bearer tokens only; what is not allowed by {@link AccessRules} is denied. */
@Configuration
class SecurityConfiguration implements WebMvcConfigurer {

    /** Refusals take the same way as all other problems, so that they look the same. */
    @Bean
    SecurityFilterChain onlyWithToken(
            HttpSecurity http,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            @Qualifier("thymeleafViewResolver") ViewResolver pages,
            KeysUnavailableAnswer keysUnavailable) {
        var refusals = new Refusals(problems, pages);
        http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(routes -> {
                    for (AccessRules.Rule rule : AccessRules.ROUTES) {
                        routes.requestMatchers(rule.method(), rule.path())
                                .hasAuthority(rule.needs().name());
                        // HEAD asks about what GET would answer.
                        if (rule.method().equals(HttpMethod.GET)) {
                            routes.requestMatchers(HttpMethod.HEAD, rule.path())
                                    .hasAuthority(rule.needs().name());
                        }
                    }
                    routes.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(SecurityConfiguration::authenticated))
                        .authenticationEntryPoint(refusals::answer))
                .addFilterBefore(new KeysUnavailableFilter(keysUnavailable), BearerTokenAuthenticationFilter.class)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals::answer).accessDeniedHandler(refusals::answer));
        return http.build();
    }

    private static JwtAuthenticationToken authenticated(Jwt token) {
        var authorities = Caller.of(token).capabilities().stream()
                .map(capability -> new SimpleGrantedAuthority(capability.name()))
                .toList();
        return new JwtAuthenticationToken(token, authorities);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    /** Hands the caller to any endpoint that asks for one. */
    private static final class CallerArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
                return Caller.of(token.getToken());
            }
            throw new IllegalStateException("a route without a token asks for its caller");
        }
    }
}
