package org.ncsoversight.gateway.running;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of Keycloak as the gateway talks to: keys and the token end point. */
public final class FakeIdentityProvider {

    private record Visit(String role, String nonce, String challenge) {}

    private final RSAKey key;
    private final HttpServer server;
    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile Runnable beforeTokens = () -> {};

    /** How long tokens last from now on. */
    public volatile Duration accessTokenLife = Duration.ofMinutes(5);

    /** Whether sessions are over here, so that no token is renewed. */
    public volatile boolean sessionsEnded;

    public final AtomicInteger renewals = new AtomicInteger();

    FakeIdentityProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/test";
    }

    /** Answers nothing but 503 until it is back. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
        beforeTokens = () -> {};
    }

    /** What happens before the next tokens are given out. */
    public void beforeTokens(Runnable happens) {
        beforeTokens = happens;
    }

    /** What the sign-in page does: takes the person in and hands the browser a code. */
    String signIn(String role, String nonce, String challenge) {
        String code = UUID.randomUUID().toString();
        visits.put(code, new Visit(role, nonce, challenge));
        return code;
    }

    public String accessToken(String role, String audience) {
        return token(role, audience, Map.of(), accessTokenLife);
    }

    /** What says to a client that somebody signed out here. */
    public String logoutToken(String role, Map<String, Object> claims) {
        var all = new java.util.HashMap<String, Object>(
                Map.of("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
        all.putAll(claims);
        return token(role, "gateway", all, Duration.ofMinutes(2));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (away) {
            send(exchange, 503, "{}");
        } else if (path.endsWith("/certs")) {
            send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        } else if (path.endsWith("/token")) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            token(exchange, form);
        } else {
            send(exchange, 404, "{}");
        }
    }

    private void token(HttpExchange exchange, String form) throws IOException {
        String secret = Base64.getEncoder().encodeToString("gateway:test-secret".getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + secret).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (form.contains("grant_type=refresh_token")) {
            renewals.incrementAndGet();
            beforeTokens.run();
            // Each is good once; who brings one again may have stolen it.
            String role = refreshTokens.remove(field(form, "refresh_token"));
            boolean good = role != null && !sessionsEnded;
            send(exchange, good ? 200 : 400, good ? tokens(role, "-") : "{\"error\":\"invalid_grant\"}");
        } else {
            Visit visit = visits.remove(field(form, "code"));
            boolean known = visit != null && visit.challenge.equals(challenge(field(form, "code_verifier")));
            send(
                    exchange,
                    known ? 200 : 400,
                    known ? tokens(visit.role, visit.nonce) : "{\"error\":\"invalid_grant\"}");
        }
    }

    private String tokens(String role, String nonce) {
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.put(refreshToken, role);
        return """
            {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"%s","id_token":"%s"}\
            """.formatted(
                        accessToken(role, "ncs-oversight-api"),
                        accessTokenLife.toSeconds(),
                        refreshToken,
                        token(
                                role,
                                "gateway",
                                Map.of("nonce", nonce, "azp", "gateway", "sid", "session of " + role),
                                Duration.ofMinutes(5)));
    }

    private String token(String role, String audience, Map<String, Object> claims, Duration life) {
        var builder = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(audience)
                .subject(role)
                .claim("preferred_username", role)
                .claim("name", "Pat <" + role + ">")
                .claim("realm_access", Map.of("roles", List.of(role, "default-roles")))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(life)));
        claims.forEach(builder::claim);
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), builder.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(String form, String name) {
        return ("&" + form).replaceFirst(".*&" + name + "=([^&]*).*", "$1");
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
