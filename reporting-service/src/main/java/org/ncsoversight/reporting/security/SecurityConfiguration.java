package org.ncsoversight.reporting.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.ncsoversight.apidocs.ApiDocument;
import org.ncsoversight.apidocs.ApiFacts;
import org.ncsoversight.callers.KeysUnavailableFilter;
import org.ncsoversight.documents.UnavailableAnswer;
import org.ncsoversight.reporting.answers.Answers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Bearer tokens only, no session, nothing open but health and static files. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain routes(HttpSecurity http) {
        AuthenticationEntryPoint signIn = (request, response, _) -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            Answers.write(request, response, HttpStatus.UNAUTHORIZED, "A valid bearer token is needed");
        };
        AccessDeniedHandler denied = (request, response, _) ->
                Answers.write(request, response, HttpStatus.FORBIDDEN, "Your role may not use this");
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/readiness/assets/**")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                ApiDocument.PATH,
                                AccessRules.facts().publicPath())
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.HEAD,
                                ApiDocument.PATH,
                                AccessRules.facts().publicPath())
                        .permitAll()
                        .requestMatchers("/api/reporting/reconciliation")
                        .hasAuthority(Capability.RECONCILE.name())
                        .requestMatchers("/api/reporting/**", "/readiness", "/readiness/**")
                        .hasAuthority(Capability.READ_READINESS.name())
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(SecurityConfiguration::authenticated))
                        .authenticationEntryPoint(signIn)
                        .accessDeniedHandler(denied))
                .addFilterBefore(
                        new KeysUnavailableFilter((request, response) -> Answers.write(
                                request,
                                response,
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "The sign-in service does not answer, so we cannot check who you are;"
                                        + " try again in a minute")),
                        BearerTokenAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(signIn).accessDeniedHandler(denied))
                .build();
    }

    @Bean
    ApiFacts apiFacts() {
        return AccessRules.facts();
    }

    @Bean
    UnavailableAnswer unavailableAnswer() {
        return (request, response) -> Answers.write(
                request,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "Nothing can be shown for the moment; try again in a minute");
    }

    private static JwtAuthenticationToken authenticated(Jwt token) {
        List<GrantedAuthority> authorities = AccessRules.of(Caller.of(token).roles()).stream()
                .map(capability -> (GrantedAuthority) new SimpleGrantedAuthority(capability.name()))
                .toList();
        return new JwtAuthenticationToken(token, authorities);
    }
}
