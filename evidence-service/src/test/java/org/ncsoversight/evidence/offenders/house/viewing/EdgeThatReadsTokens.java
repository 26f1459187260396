package org.ncsoversight.evidence.offenders.house.viewing;

import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.jwt.Jwt;

/** Breaks a rule on purpose; hears news rather than being a controller, which tests of the running service would start. */
public record EdgeThatReadsTokens(Jwt token) {

    @EventListener
    void hear(String news) {}
}
