package org.ncsoversight.reporting.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.answers.Fault;
import org.ncsoversight.callers.KeysUnavailableFilter;
import org.ncsoversight.documents.UnavailableAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    SecurityFilterChain routes(HttpSecurity http, Answers answers) {
        AuthenticationEntryPoint signIn =
                (request, response, _) -> answers.write(request, response, Fault.NOT_SIGNED_IN);
        AccessDeniedHandler denied = (request, response, _) -> answers.write(request, response, Fault.NOT_ALLOWED);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/readiness/assets/**")
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
                        new KeysUnavailableFilter(
                                (request, response) -> answers.write(request, response, Fault.SIGN_IN_UNAVAILABLE)),
                        BearerTokenAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(signIn).accessDeniedHandler(denied))
                .build();
    }

    @Bean
    UnavailableAnswer unavailableAnswer(Answers answers) {
        return (request, response) -> answers.write(request, response, Fault.UNAVAILABLE);
    }

    private static JwtAuthenticationToken authenticated(Jwt token) {
        List<GrantedAuthority> authorities = AccessRules.of(Caller.of(token).roles()).stream()
                .map(capability -> (GrantedAuthority) new SimpleGrantedAuthority(capability.name()))
                .toList();
        return new JwtAuthenticationToken(token, authorities);
    }
}
