package org.ncsoversight.outcomes.security;

import java.util.List;
import org.ncsoversight.apidocs.ApiFacts;
import org.ncsoversight.callers.KeysUnavailableFilter;
import org.ncsoversight.documents.UnavailableAnswer;
import org.ncsoversight.outcomes.refusing.Refusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bearer tokens only: no session, no cookie, and so no cross-site request that would be believed. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    @Bean
    SecurityFilterChain filters(HttpSecurity http, Refusals refusals) {
        return http.authorizeHttpRequests(AccessRules::routes)
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(SecurityConfiguration::authenticationOf))
                        .authenticationEntryPoint((request, response, refused) -> {
                            new BearerTokenAuthenticationEntryPoint().commence(request, response, refused);
                            refusals.write(request, response, HttpStatus.UNAUTHORIZED, "not-signed-in");
                        })
                        .accessDeniedHandler((request, response, _) ->
                                refusals.write(request, response, HttpStatus.FORBIDDEN, "not-allowed")))
                .addFilterBefore(
                        new KeysUnavailableFilter((request, response) -> refusals.write(
                                request, response, HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unavailable")),
                        BearerTokenAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    UnavailableAnswer unavailableAnswer(Refusals refusals) {
        return (request, response) -> refusals.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }

    @Bean
    ApiFacts apiFacts() {
        return AccessRules.facts();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    private static AbstractAuthenticationToken authenticationOf(Jwt token) {
        var authorities = CallerReader.callerOf(token).capabilities().stream()
                .map(capability -> new SimpleGrantedAuthority(capability.name()))
                .toList();
        return new JwtAuthenticationToken(token, authorities);
    }
}
