package org.ncsoversight.callers;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Decodes tokens with the issuer's keys and keeps the keys while the issuer is unavailable. A token whose key nobody knows
 * is wrong while the issuer answers, and {@linkplain KeysUnavailable cannot be checked} while it does not.
 */
public final class KeptKeysDecoder implements JwtDecoder, AutoCloseable {

    private static final Duration FRESH_FOR = Duration.ofMinutes(5);

    /** From one minute on a request has the keys fetched anew without waiting for them. */
    private static final Duration REFRESHED_AHEAD = Duration.ofMinutes(4);

    /** Longer than fetching them takes at most. */
    private static final Duration WAIT_FOR_KEYS = Duration.ofMillis(3_500);

    /** Unknown keys make the issuer be asked twice in this time at most. */
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);

    private final IssuerKeys keys;
    private final ExecutorService fetching = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("issuer-keys").daemon().factory());
    private final NimbusJwtDecoder decoder;

    public KeptKeysDecoder(URL address, List<SignatureAlgorithm> algorithms, OAuth2TokenValidator<Jwt> validator) {
        keys = new IssuerKeys(address);
        JWKSource<SecurityContext> kept = JWKSourceBuilder.create(keys)
                .cache(FRESH_FOR.toMillis(), WAIT_FOR_KEYS.toMillis())
                .refreshAheadCache(REFRESHED_AHEAD.toMillis(), null, fetching, false, null, false)
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .retrying(false)
                .outageTolerantForever()
                .build();
        decoder = NimbusJwtDecoder.withJwkSource(kept)
                .jwsAlgorithms(all -> all.addAll(algorithms))
                .build();
        decoder.setJwtValidator(validator);
    }

    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw keys.unavailable() && !keys.haveKey(keyOf(token)) ? new KeysUnavailable(e) : e;
        } catch (JwtException e) {
            // Fetched a moment ago, so a key that is not among them is none of the issuer's.
            throw tooSoon(e) && !keys.unavailable()
                    ? new BadJwtException("The token names an unknown key", e)
                    : new KeysUnavailable(e);
        }
    }

    @Override
    public void close() {
        fetching.shutdownNow();
    }

    private static @Nullable String keyOf(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            return null;
        }
    }

    private static boolean tooSoon(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof RateLimitReachedException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
