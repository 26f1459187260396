package org.ncsoversight.criteria.security;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.answers.Fault;
import org.ncsoversight.callers.KeysUnavailableFilter;
import org.ncsoversight.documents.UnavailableAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which routes need which capability; a route not named here is closed. */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {

    private static final String[] STANDARD = {
        "/criteria", "/criteria/**", "/api/criteria/editions/**", "/api/criteria/search"
    };
    private static final String[] DRAFTS = {
        "/criteria/drafts", "/criteria/drafts/*", "/criteria/drafts/*/differences", "/api/criteria/drafts/**"
    };
    private static final String[] STANDARD_FORMS = {
        "/criteria/drafts/**",
        "/criteria/imports/**",
        "/criteria/editions/*/dates",
        "/api/criteria/drafts/**",
        "/api/criteria/imports/**",
        "/api/criteria/editions/*/dates"
    };
    private static final String[] REGISTER_FORMS = {
        "/providers/new",
        "/providers/*/edit",
        "/providers/*/merger",
        "/providers/*/accreditation",
        "/contracts/new",
        "/contracts/*/*/edit",
        "/contracts/*/*/profile",
        "/providers/imports/**",
        "/contracts/imports/**",
        "/api/criteria/providers/imports/**",
        "/api/criteria/contracts/imports/**"
    };
    private static final String[] CYCLE = {"/providers/*/steps/**", "/api/criteria/providers/*/steps/**"};
    private static final String[] OWN_CALENDAR = {"/providers/accreditation/calendar", "/api/criteria/calendar"};
    private static final String[] REPORTS = {
        "/providers/*/reports", "/providers/*/reports/**", "/api/criteria/reports", "/api/criteria/reports/**"
    };
    private static final String[] REGISTER = {
        "/providers",
        "/providers/**",
        "/contracts",
        "/contracts/**",
        "/api/criteria/providers/**",
        "/api/criteria/contracts/**",
        "/api/criteria/accreditation/**"
    };

    private static final String[] OWN_ACCOUNT = {"/people/account", "/people/account/**"};
    private static final String[] PEOPLE = {"/people", "/people/**", "/api/criteria/people", "/api/criteria/people/**"};

    private static final String[] DEAD_LETTERS = {
        "/messages", "/messages/**", "/api/criteria/dead-letters", "/api/criteria/dead-letters/**"
    };

    @Bean
    SecurityFilterChain access(HttpSecurity http, Answers answers) {
        return http.authorizeHttpRequests(
                        routes -> routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(reading(DRAFTS))
                                .hasAuthority(Capability.READ_DRAFTS.name())
                                .requestMatchers(STANDARD_FORMS)
                                .hasAuthority(Capability.EDIT_STANDARD.name())
                                // A calendar program has no token; the address is the secret.
                                .requestMatchers(reading("/api/criteria/calendar/*.ics"))
                                .permitAll()
                                .requestMatchers(reading(STANDARD))
                                .hasAuthority(Capability.READ_STANDARD.name())
                                .requestMatchers(REGISTER_FORMS)
                                .hasAuthority(Capability.EDIT_REGISTER.name())
                                .requestMatchers(CYCLE)
                                .hasAuthority(Capability.RECORD_CYCLE.name())
                                .requestMatchers(OWN_CALENDAR)
                                .hasAuthority(Capability.READ_REGISTER.name())
                                .requestMatchers(reading(REPORTS))
                                .hasAuthority(Capability.READ_REPORTS.name())
                                .requestMatchers(REPORTS)
                                .hasAuthority(Capability.WRITE_REPORTS.name())
                                .requestMatchers(reading(REGISTER))
                                .hasAuthority(Capability.READ_REGISTER.name())
                                .requestMatchers(REGISTER)
                                .hasAuthority(Capability.EDIT_REGISTER.name())
                                .requestMatchers(OWN_ACCOUNT)
                                .hasAuthority(Capability.READ_STANDARD.name())
                                .requestMatchers(PEOPLE)
                                .hasAuthority(Capability.KEEP_PEOPLE.name())
                                .requestMatchers(DEAD_LETTERS)
                                .hasAuthority(Capability.KEEP_DEAD_LETTERS.name())
                                .anyRequest()
                                .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(byRole()))
                        .authenticationEntryPoint(
                                (request, response, _) -> answers.write(request, response, Fault.NOT_SIGNED_IN))
                        .accessDeniedHandler(
                                (request, response, _) -> answers.write(request, response, Fault.NOT_ALLOWED)))
                .addFilterBefore(
                        new KeysUnavailableFilter(
                                (request, response) -> answers.write(request, response, Fault.SIGN_IN_UNAVAILABLE)),
                        BearerTokenAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing here is authorised by a cookie, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    UnavailableAnswer unavailableAnswer(Answers answers) {
        return (request, response) -> answers.write(request, response, Fault.UNAVAILABLE);
    }

    // HEAD asks about what GET would answer.
    private static RequestMatcher[] reading(String... paths) {
        return Arrays.stream(paths)
                .flatMap(path -> Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                        .map(method -> PathPatternRequestMatcher.pathPattern(method, path)))
                .toArray(RequestMatcher[]::new);
    }

    private static JwtAuthenticationConverter byRole() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityWiring::capabilities);
        return converter;
    }

    private static Collection<GrantedAuthority> capabilities(Jwt token) {
        return AccessRules.of(Caller.rolesOf(token)).stream()
                .<GrantedAuthority>map(capability -> new SimpleGrantedAuthority(capability.name()))
                .toList();
    }
}
