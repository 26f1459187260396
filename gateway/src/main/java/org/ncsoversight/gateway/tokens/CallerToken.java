package org.ncsoversight.gateway.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.concurrent.locks.Lock;
import org.ncsoversight.gateway.tokens.Renewal.Result;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** The access token of whoever calls: a machine's own, or the one behind a person's session, renewed in time. */
@Component
public class CallerToken {

    /** Every way to end up with a token, or without. */
    public sealed interface Answer {

        record Token(String value) implements Answer {}

        record SignInAgain() implements Answer {}

        record ProviderAway() implements Answer {}
    }

    private final TokensInSession tokensInSession;
    private final Renewal renewal;

    CallerToken(TokensInSession tokensInSession, Renewal renewal) {
        this.tokensInSession = tokensInSession;
        this.renewal = renewal;
    }

    public Answer of(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return switch (caller) {
            case JwtAuthenticationToken machine ->
                new Answer.Token(machine.getToken().getTokenValue());
            case OAuth2AuthenticationToken _ -> ofSession(request);
            case null, default -> new Answer.SignInAgain();
        };
    }

    private Answer ofSession(HttpServletRequest request) {
        try {
            OAuth2AuthorizedClient tokens = tokensInSession.of(request);
            if (tokens == null) {
                return new Answer.SignInAgain();
            }
            return renewal.isDue(tokens) ? oneAtATime(tokens, request) : token(tokens);
        } catch (IllegalStateException e) {
            // Another request ended the session meanwhile.
            return new Answer.SignInAgain();
        }
    }

    // Requests of one page come together: one renews, the others use what is still good or wait.
    private Answer oneAtATime(OAuth2AuthorizedClient tokens, HttpServletRequest request) {
        HttpSession session = request.getSession();
        Lock lock = tokensInSession.lockOf(session);
        if (!lock.tryLock()) {
            if (renewal.isGood(tokens)) {
                return token(tokens);
            }
            lock.lock();
        }
        try {
            OAuth2AuthorizedClient newest = tokensInSession.of(request);
            if (newest == null) {
                return new Answer.SignInAgain();
            }
            return renewal.isDue(newest) ? renewed(newest, session) : token(newest);
        } finally {
            lock.unlock();
        }
    }

    private Answer renewed(OAuth2AuthorizedClient tokens, HttpSession session) {
        return switch (renewal.of(tokens)) {
            case Result.Renewed(var next) -> {
                tokensInSession.keep(next, session);
                yield token(next);
            }
            case Result.Over _ -> {
                session.invalidate();
                yield new Answer.SignInAgain();
            }
            case Result.NotNow _ -> renewal.isGood(tokens) ? token(tokens) : new Answer.ProviderAway();
        };
    }

    private static Answer token(OAuth2AuthorizedClient tokens) {
        return new Answer.Token(tokens.getAccessToken().getTokenValue());
    }
}
