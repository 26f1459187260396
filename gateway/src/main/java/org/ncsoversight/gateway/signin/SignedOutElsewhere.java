package org.ncsoversight.gateway.signin;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The identity provider says that somebody signed out there: OpenID Connect back-channel logout. */
@Controller
class SignedOutElsewhere {

    private static final int LONGEST_TOKEN_IN_BYTES = 16 * 1024;
    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

    private final JwtDecoder logoutTokens;
    private final SessionsOfPeople sessions;

    SignedOutElsewhere(IdentityProvider provider, JWKSource<SecurityContext> providerKeys, SessionsOfPeople sessions) {
        this.logoutTokens = ProviderKeys.refusingUnknownKeys(decoder(provider, providerKeys));
        this.sessions = sessions;
    }

    @PostMapping("/backchannel-logout")
    ResponseEntity<Void> end(HttpServletRequest request) throws IOException {
        Optional<String> token =
                token(new String(request.getInputStream().readNBytes(LONGEST_TOKEN_IN_BYTES), StandardCharsets.UTF_8));
        boolean ended = token.isPresent() && endOf(token.get());
        return ResponseEntity.status(ended ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private boolean endOf(String token) {
        try {
            Jwt logout = logoutTokens.decode(token);
            String providerSession = logout.getClaimAsString("sid");
            String subject = logout.getSubject();
            if (providerSession != null) {
                sessions.endOfSession(providerSession);
            } else if (subject != null) {
                sessions.endOfPerson(subject);
            }
            return providerSession != null || subject != null;
        } catch (JwtException e) {
            return false;
        }
    }

    private static Optional<String> token(String form) {
        try {
            return Optional.ofNullable(UriComponentsBuilder.newInstance()
                            .query(form)
                            .build()
                            .getQueryParams()
                            .getFirst("logout_token"))
                    .map(raw -> UriUtils.decode(raw, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A nonce belongs to an ID token, which this must not be; an absent claim is one that JwtClaimValidator refuses. */
    private static OAuth2TokenValidatorResult withoutNonce(Jwt token) {
        return token.hasClaim("nonce")
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "It has a nonce", null))
                : OAuth2TokenValidatorResult.success();
    }

    // It is no ID token and no access token, and neither of these is one.
    private static NimbusJwtDecoder decoder(IdentityProvider provider, JWKSource<SecurityContext> providerKeys) {
        var decoder = NimbusJwtDecoder.withJwkSource(providerKeys)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                        null, JOSEObjectType.JWT, new JOSEObjectType("logout+jwt"))))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(provider.issuer().toString()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(provider.clientId())),
                new JwtClaimValidator<>("events", events -> events instanceof Map<?, ?> map && map.containsKey(LOGOUT)),
                SignedOutElsewhere::withoutNonce));
        return decoder;
    }
}
