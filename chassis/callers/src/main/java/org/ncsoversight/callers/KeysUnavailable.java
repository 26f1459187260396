package org.ncsoversight.callers;

import org.springframework.security.oauth2.jwt.JwtException;

/** The key that a token names is not known, and whoever would know it does not answer. */
public final class KeysUnavailable extends JwtException {

    private static final long serialVersionUID = 1;

    KeysUnavailable(Throwable cause) {
        super("The issuer's keys cannot be fetched", cause);
    }
}
