package org.ncsoversight.callers;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;

/** Checks tokens as {@code spring.security.oauth2.resourceserver.jwt} says; to be imported by a resource server. */
@Configuration(proxyBeanMethods = false)
public class TokenChecks {

    @Bean
    KeptKeysDecoder jwtDecoder(OAuth2ResourceServerProperties properties) throws MalformedURLException {
        OAuth2ResourceServerProperties.Jwt settings = properties.getJwt();
        List<SignatureAlgorithm> algorithms = settings.getJwsAlgorithms().stream()
                .map(SignatureAlgorithm::from)
                .toList();
        return new KeptKeysDecoder(
                URI.create(Objects.requireNonNull(settings.getJwkSetUri(), "OIDC_JWKS_URI"))
                        .toURL(),
                algorithms,
                new DelegatingOAuth2TokenValidator<>(
                        JwtValidators.createDefaultWithIssuer(
                                Objects.requireNonNull(settings.getIssuerUri(), "OIDC_ISSUER")),
                        new JwtClaimValidator<@Nullable List<String>>(
                                JwtClaimNames.AUD,
                                meant -> meant != null && !Collections.disjoint(meant, settings.getAudiences()))));
    }
}
