package org.ncsoversight.gateway.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.ncsoversight.gateway.signin.IdentityProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;

/**
 * Exchanges tokens for the next ones well before they end, so that an identity provider that is away for a short while
 * is not noticed. Each refresh token is good once; the one that comes back is kept.
 */
@Component
class Renewal {

    private static final Logger log = LoggerFactory.getLogger(Renewal.class);

    private static final Set<String> SESSION_OVER = Set.of("invalid_grant", "invalid_token");

    /** A token must still be good when it arrives at the part it is for. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    /** While the provider is away, nobody with a good token waits for it more often than this. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Every way a renewal can end. */
    sealed interface Result {

        record Renewed(OAuth2AuthorizedClient tokens) implements Result {}

        record Over() implements Result {}

        record NotNow() implements Result {}
    }

    private final RestClientRefreshTokenTokenResponseClient tokenRefresh;
    private final Duration before;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    Renewal(RestClientRefreshTokenTokenResponseClient tokenRefresh, IdentityProvider provider, Clock clock) {
        this.tokenRefresh = tokenRefresh;
        this.before = provider.renewBefore();
        this.clock = clock;
    }

    /** Whether it is time to ask for the next tokens. */
    boolean isDue(OAuth2AuthorizedClient tokens) {
        Duration half = life(tokens.getAccessToken()).dividedBy(2);
        Duration left = left(tokens.getAccessToken());
        return left.compareTo(before.compareTo(half) < 0 ? before : half) < 0;
    }

    /** Whether the access token can still be used. */
    boolean isGood(OAuth2AuthorizedClient tokens) {
        return left(tokens.getAccessToken()).compareTo(ON_THE_WAY) > 0;
    }

    Result of(OAuth2AuthorizedClient tokens) {
        OAuth2RefreshToken refresh = tokens.getRefreshToken();
        if (refresh == null) {
            return isGood(tokens) ? new Result.NotNow() : new Result.Over();
        }
        if (isGood(tokens) && clock.instant().isBefore(notBefore)) {
            return new Result.NotNow();
        }
        try {
            var received = tokenRefresh.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    tokens.getClientRegistration(), tokens.getAccessToken(), refresh));
            OAuth2RefreshToken next = received.getRefreshToken();
            return new Result.Renewed(new OAuth2AuthorizedClient(
                    tokens.getClientRegistration(),
                    tokens.getPrincipalName(),
                    received.getAccessToken(),
                    next == null ? refresh : next));
        } catch (OAuth2AuthorizationException e) {
            if (SESSION_OVER.contains(e.getError().getErrorCode())) {
                return new Result.Over();
            }
            notBefore = clock.instant().plus(PAUSE);
            log.atWarn().addKeyValue("cause", e.getMessage()).log("Tokens cannot be renewed");
            return new Result.NotNow();
        }
    }

    private Duration left(OAuth2AccessToken token) {
        Instant end = token.getExpiresAt();
        return end == null ? Duration.ZERO : Duration.between(clock.instant(), end);
    }

    private static Duration life(OAuth2AccessToken token) {
        Instant start = token.getIssuedAt();
        Instant end = token.getExpiresAt();
        return start == null || end == null ? Duration.ZERO : Duration.between(start, end);
    }
}
