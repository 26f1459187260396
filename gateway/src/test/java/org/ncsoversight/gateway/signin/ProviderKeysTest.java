package org.ncsoversight.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class ProviderKeysTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean away;
    private volatile RSAKey key = key("first");
    private final HttpServer provider = provider();
    private final com.nimbusds.jose.jwk.source.JWKSource<com.nimbusds.jose.proc.SecurityContext> keys = ProviderKeys.of(
            URI.create("http://localhost:" + provider.getAddress().getPort() + "/certs"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2));
    private final JwtDecoder decoder = ProviderKeys.refusingUnknownKeys(
            NimbusJwtDecoder.withJwkSource(keys).build());

    @AfterEach
    void stop() throws IOException {
        ((Closeable) keys).close();
        provider.stop(0);
    }

    @Test
    void keys_that_were_good_stay_good_while_nobody_can_be_asked() {
        String token = tokenBy(key);
        decoder.decode(token);

        away = true;
        // The keys were to be fetched anew more than once, and could not.
        await().atMost(Duration.ofSeconds(30)).until(() -> refused.get() >= 3);

        assertThat(decoder.decode(token).getSubject()).isEqualTo("somebody");
    }

    @Test
    void a_key_that_is_new_is_learnt() {
        decoder.decode(tokenBy(key));

        key = key("second");

        assertThat(decoder.decode(tokenBy(key)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void tokens_by_unknown_keys_are_wrong_and_do_not_make_us_ask_every_time() {
        decoder.decode(tokenBy(key));
        String unknown = tokenBy(key("unknown"));
        int before = asked.get();

        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> decoder.decode(unknown)).isInstanceOf(BadJwtException.class);
        }

        assertThat(asked.get() - before).isLessThan(100);
    }

    @Test
    void without_any_key_it_is_not_the_token_that_is_wrong() {
        away = true;

        assertThatThrownBy(() -> decoder.decode(tokenBy(key)))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    private HttpServer provider() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/certs", exchange -> {
                asked.incrementAndGet();
                if (away) {
                    refused.incrementAndGet();
                }
                byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(away ? 503 : 200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tokenBy(RSAKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .subject("somebody")
                            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
