package org.ncsoversight.callers;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The issuer's keys where it publishes them, remembering how the last attempt to fetch them ended. */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);
    private static final int LARGEST_IN_BYTES = 256 * 1024;

    private final URLBasedJWKSetSource<SecurityContext> published;
    private volatile @Nullable JWKSet last;
    private volatile boolean unavailable;

    IssuerKeys(URL address) {
        published = new URLBasedJWKSetSource<>(
                address,
                new DefaultResourceRetriever(
                        (int) CONNECT_TIMEOUT.toMillis(), (int) READ_TIMEOUT.toMillis(), LARGEST_IN_BYTES));
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            JWKSet keys = published.getJWKSet(refresh, now, context);
            last = keys;
            unavailable = false;
            return keys;
        } catch (KeySourceException e) {
            unavailable = true;
            throw e;
        }
    }

    /** Whether the last attempt failed. */
    boolean unavailable() {
        return unavailable;
    }

    boolean haveKey(@Nullable String id) {
        JWKSet keys = last;
        return keys != null && keys.getKeyByKeyId(id) != null;
    }

    @Override
    public void close() throws IOException {
        published.close();
    }
}
