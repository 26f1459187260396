package org.ncsoversight.backing;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Access tokens as Keycloak would issue them, signed by a key whose public half is served on loopback. */
public final class Tokens {

    /** What the services expect as issuer in tests. */
    public static final String ISSUER = "http://localhost/realms/test";

    /** Longer than any build takes. */
    private static final Duration LIFE = Duration.ofDays(1);

    private static final RSAKey KEY = newKey();
    private static final String JWKS_URI = serve(new JWKSet(KEY.toPublicJWK()).toString());

    private Tokens() {}

    /** For {@code spring.security.oauth2.resourceserver.jwt.jwk-set-uri}. */
    public static String jwksUri() {
        return JWKS_URI;
    }

    /** A person of a provider: role provider-lead or provider-contributor, or the machine account provider-system. */
    public static String ofProvider(String role, String ukprn) {
        return token(role + "-" + ukprn, role, Map.of("ukprn", ukprn));
    }

    /** A person of no provider: contract-manager, analyst or administrator. */
    public static String of(String role) {
        return token(role, role, Map.of());
    }

    /** An assessor; assigned holds UKPRNs or the single word {@code all}. */
    public static String ofAssessor(String... assigned) {
        return token("assessor", "assessor", Map.of("assigned", List.of(assigned)));
    }

    /** Any combination. */
    public static String token(String username, String role, Map<String, Object> claims) {
        Instant now = Instant.now();
        var builder = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("ncs-oversight-api")
                .subject(UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .claim("preferred_username", username)
                .claim("name", username)
                .claim("realm_access", Map.of("roles", List.of(role)))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
        claims.forEach(builder::claim);
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    builder.build());
            jwt.sign(new RSASSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serve(String jwks) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks", exchange -> {
                byte[] body = jwks.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
