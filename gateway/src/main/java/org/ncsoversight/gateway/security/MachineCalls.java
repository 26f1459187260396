package org.ncsoversight.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.ncsoversight.gateway.limits.BodyLimit;
import org.ncsoversight.gateway.limits.RateLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;

/** API calls that bring their own token: no session, no cookie, nothing remembered. */
@Configuration(proxyBeanMethods = false)
class MachineCalls {

    @Bean
    @Order(1)
    SecurityFilterChain machineCallChain(HttpSecurity http, Refusals refusals, BodyLimit bodyLimit, RateLimit rateLimit)
            throws Exception {
        return http.securityMatcher(MachineCalls::bringsToken)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // All others are on every answer, also on those that never come here.
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(refusals::token)
                        .accessDeniedHandler(refusals::forbidden)
                        .withObjectPostProcessor(refusing(refusals)))
                .addFilterBefore(bodyLimit, LogoutFilter.class)
                .addFilterBefore(rateLimit, AuthorizationFilter.class)
                .build();
    }

    private static boolean bringsToken(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")
                && request.getRequestURI().startsWith("/api/");
    }

    // Left alone, it throws when the keys cannot be fetched, and that ends as our own mistake.
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> refusing(Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
                filter.setAuthenticationFailureHandler(refusals::token);
                return filter;
            }
        };
    }
}
