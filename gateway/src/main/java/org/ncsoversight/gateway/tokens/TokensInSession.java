package org.ncsoversight.gateway.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Tokens live in the session and nowhere else, so they end with it. */
@Component
class TokensInSession implements OAuth2AuthorizedClientRepository {

    private static final String TOKENS = TokensInSession.class.getName() + ".tokens";
    private static final String LOCK = TokensInSession.class.getName() + ".lock";

    @Nullable
    OAuth2AuthorizedClient of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(TOKENS) instanceof OAuth2AuthorizedClient tokens ? tokens : null;
    }

    void keep(OAuth2AuthorizedClient tokens, HttpSession session) {
        session.setAttribute(TOKENS, tokens);
    }

    /** Whoever holds it renews the tokens of this session. */
    Lock lockOf(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(LOCK) instanceof ReentrantLock known) {
                return known;
            }
            var lock = new ReentrantLock();
            session.setAttribute(LOCK, lock);
            return lock;
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request) {
        return (T) of(request);
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient tokens,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(tokens, request.getSession());
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(TOKENS);
        }
    }
}
