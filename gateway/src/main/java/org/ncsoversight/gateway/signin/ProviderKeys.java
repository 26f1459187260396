package org.ncsoversight.gateway.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** The keys that tokens are signed with: fetched anew in good time, and kept while nobody can be asked for newer ones. */
final class ProviderKeys {

    private static final int LARGEST_SET_IN_BYTES = 512 * 1024;

    /** However many tokens name a key that nobody knows, the provider is not asked more often than this. */
    private static final Duration SELDOM = Duration.ofSeconds(10);

    private ProviderKeys() {}

    static JWKSource<SecurityContext> of(URI address, Duration timeout, Duration freshFor) {
        int patience = Math.toIntExact(timeout.toMillis());
        long quarter = freshFor.toMillis() / 4;
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            address.toURL(), new DefaultResourceRetriever(patience, patience, LARGEST_SET_IN_BYTES))
                    .cache(freshFor.toMillis(), Math.min(2L * patience, quarter))
                    .refreshAheadCache(2 * quarter, true)
                    .rateLimited(Math.min(SELDOM.toMillis(), quarter))
                    .outageTolerantForever()
                    .build();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key that nobody knew a moment ago makes a token wrong; that is no outage. */
    static JwtDecoder refusingUnknownKeys(JwtDecoder decoder) {
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtException e) {
                if (e.getCause() instanceof RateLimitReachedException) {
                    throw new BadJwtException("The token names an unknown key", e);
                }
                throw e;
            }
        };
    }
}
