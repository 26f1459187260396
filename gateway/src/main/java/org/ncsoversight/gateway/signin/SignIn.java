package org.ncsoversight.gateway.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.gateway.PublicAddress;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;

/** Authorization code with PKCE at the identity provider; every call to it has a time-out. */
@Configuration(proxyBeanMethods = false)
class SignIn {

    static final String REGISTRATION = "keycloak";
    static final String START = "/oauth2/authorization/" + REGISTRATION;

    @Bean
    ClientRegistrationRepository registrations(IdentityProvider provider, PublicAddress address) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .redirectUri(address.origin() + "/login/oauth2/code/" + REGISTRATION)
                .scope("openid", "profile")
                .authorizationUri(provider.authorizationUri().toString())
                .tokenUri(provider.tokenUri().toString())
                .jwkSetUri(provider.jwksUri().toString())
                .issuerUri(provider.issuer().toString())
                .userNameAttributeName("preferred_username")
                .providerConfigurationMetadata(
                        Map.of("end_session_endpoint", provider.endSessionUri().toString()))
                .build());
    }

    // Any other provider is an address like any other that does not exist.
    @Bean
    OAuth2AuthorizationRequestResolver onlyOurProvider(ClientRegistrationRepository registrations) {
        var ours = new DefaultOAuth2AuthorizationRequestResolver(registrations);
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return request.getRequestURI().equals(START) ? ours.resolve(request) : null;
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return ours.resolve(request, registration);
            }
        };
    }

    @Bean
    RestClientAuthorizationCodeTokenResponseClient codeExchange(IdentityProvider provider) {
        var exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(tokenEndpoint(provider));
        return exchange;
    }

    @Bean
    RestClientRefreshTokenTokenResponseClient tokenRefresh(IdentityProvider provider) {
        var refresh = new RestClientRefreshTokenTokenResponseClient();
        refresh.setRestClient(tokenEndpoint(provider));
        return refresh;
    }

    @Bean
    JwtDecoder accessTokens(IdentityProvider provider, JWKSource<SecurityContext> providerKeys) {
        var decoder = decoder(providerKeys);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(provider.issuer().toString()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(provider.audience()))));
        return ProviderKeys.refusingUnknownKeys(decoder);
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(JWKSource<SecurityContext> providerKeys) {
        var decoder = decoder(providerKeys);
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return registration -> {
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            return decoder;
        };
    }

    // Inside the security chain only, where a refusal is answered like any other.
    @Bean
    FilterRegistrationBean<StartSignIn> startSignInInSecurityChainOnly(StartSignIn start) {
        var registration = new FilterRegistrationBean<>(start);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    RestClient identityProviderClient(IdentityProvider provider) {
        return RestClient.builder().requestFactory(patientFor(provider)).build();
    }

    @Bean
    JWKSource<SecurityContext> providerKeys(IdentityProvider provider) {
        return ProviderKeys.of(provider.jwksUri(), provider.timeout(), provider.keysFreshFor());
    }

    private static NimbusJwtDecoder decoder(JWKSource<SecurityContext> providerKeys) {
        return NimbusJwtDecoder.withJwkSource(providerKeys).build();
    }

    private static RestClient tokenEndpoint(IdentityProvider provider) {
        return RestClient.builder()
                .requestFactory(patientFor(provider))
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private static SimpleClientHttpRequestFactory patientFor(IdentityProvider provider) {
        var factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(provider.timeout());
        factory.setReadTimeout(provider.timeout());
        return factory;
    }
}
