package org.ncsoversight.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.FreezableProxy;
import org.ncsoversight.backing.Tokens;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

class KeptKeysDecoderIT {

    private static final String KNOWN = Tokens.of("analyst");

    private final FreezableProxy issuer = FreezableProxy.before(Tokens.jwksUri());
    private final KeptKeysDecoder decoder = decoder();

    @AfterEach
    void close() {
        decoder.close();
        issuer.close();
    }

    @Test
    void a_known_key_is_good_and_an_unknown_one_is_wrong_however_often_it_is_tried() {
        assertThat(decoder.decode(KNOWN).getClaimAsString("preferred_username")).isEqualTo("analyst");

        for (int attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(() -> decoder.decode(Tokens.ofUnknownKey())).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void what_is_wrong_with_a_token_is_still_wrong() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("iss", "http://elsewhere.example"),
                Map.of("aud", "another-api"),
                Map.of("exp", Date.from(Instant.now().minus(Duration.ofHours(1)))))) {
            String token = Tokens.token("analyst", "analyst", wrong);
            assertThatThrownBy(() -> decoder.decode(token)).as(wrong.toString()).isInstanceOf(BadJwtException.class);
        }
        String other = Tokens.of("administrator");
        String forged = KNOWN.substring(0, KNOWN.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
        assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoder.decode("no.token.atall")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void keys_that_were_good_are_kept_while_the_issuer_is_away() {
        decoder.decode(KNOWN);

        issuer.goAway();

        // This makes it look for newer keys, which must not cost it those it has.
        awaitUnchecked(Tokens.ofUnknownKey());
        assertThat(decoder.decode(KNOWN).getSubject()).isNotEmpty();
        String forged = KNOWN.substring(0, KNOWN.lastIndexOf('.') + 1) + "AAAA";
        assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void without_any_keys_nothing_can_be_checked_until_the_issuer_is_back() {
        issuer.goAway();
        awaitUnchecked(KNOWN);

        issuer.comeBack();

        await(() -> !isUnchecked(KNOWN));
        assertThat(decoder.decode(KNOWN).getSubject()).isNotEmpty();
    }

    @Test
    void an_issuer_that_is_frozen_is_not_waited_for_long() {
        issuer.freeze();

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> decoder.decode(KNOWN)).isInstanceOf(KeysUnavailable.class));
    }

    private void awaitUnchecked(String token) {
        await(() -> isUnchecked(token));
    }

    private boolean isUnchecked(String token) {
        try {
            decoder.decode(token);
            return false;
        } catch (JwtException e) {
            return e instanceof KeysUnavailable;
        }
    }

    private static void await(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private KeptKeysDecoder decoder() {
        var properties = new OAuth2ResourceServerProperties();
        properties.getJwt().setIssuerUri(Tokens.ISSUER);
        properties
                .getJwt()
                .setJwkSetUri(URI.create(issuer.inPlaceOf(Tokens.jwksUri())).toString());
        properties.getJwt().setAudiences(List.of("ncs-oversight-api"));
        try {
            return new TokenChecks().jwtDecoder(properties);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
