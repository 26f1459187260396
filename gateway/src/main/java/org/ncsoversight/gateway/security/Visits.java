package org.ncsoversight.gateway.security;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.keeping.SignInAgain;
import org.ncsoversight.gateway.limits.BodyLimit;
import org.ncsoversight.gateway.limits.RateLimit;
import org.ncsoversight.gateway.routing.OpenPaths;
import org.ncsoversight.gateway.routing.Part;
import org.ncsoversight.gateway.signin.BrowserSignIn;
import org.ncsoversight.gateway.trouble.Trouble;
import org.ncsoversight.gateway.trouble.TroubleAnswers;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/** Everything else: people with a browser and a session, and what is open to all. */
@Configuration(proxyBeanMethods = false)
class Visits {

    @Bean
    @Order(2)
    SecurityFilterChain visitChain(
            HttpSecurity http,
            BodyLimit bodyLimit,
            RateLimit rateLimit,
            BrowserSignIn signIn,
            SignInAgain signInAgain,
            Refusals refusals,
            TroubleAnswers troubles,
            PublicAddress address)
            throws Exception {
        signIn.addTo(http);
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // All others are on every answer, also on those that never come here.
                .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OpenPaths::include)
                        .permitAll()
                        // For people: it lists the documents.
                        .requestMatchers("/api")
                        .permitAll()
                        .requestMatchers(ofParts())
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(signInAgain).accessDeniedHandler(refusals::forbidden))
                .addFilterBefore(new CrossSitePosts(address, troubles), LogoutFilter.class)
                .addFilterBefore(bodyLimit, CrossSitePosts.class)
                .addFilterBefore(new OneAddress(address), BodyLimit.class)
                .addFilterAfter(rateLimit, HeaderWriterFilter.class)
                .build();
    }

    // Addresses no browser makes up: encoded slashes, parent folders, semicolons.
    @Bean
    RequestRejectedHandler strangeAddresses(TroubleAnswers troubles) {
        return (request, response, _) -> {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            troubles.write(request, response, Trouble.of(HttpStatus.BAD_REQUEST));
        };
    }

    // Plain http is for one's own machine; there a browser would not send a Secure cookie back.
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> secureCookie(PublicAddress address) {
        return factory -> factory.getSettings().getSession().getCookie().setSecure(address.isSecure());
    }

    private static String[] ofParts() {
        return Stream.concat(
                        Stream.of("/api/**"),
                        Arrays.stream(Part.values())
                                .flatMap(part -> part.pages().stream())
                                .map(prefix -> prefix + "/**"))
                .toArray(String[]::new);
    }
}
