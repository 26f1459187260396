package org.ncsoversight.gateway.security;

import jakarta.servlet.http.HttpServletResponse;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.signin.IdentityProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/** What browsers may do with anything we answer. */
@Component
class SecurityHeaders {

    private static final String NOTHING_OF_THE_DEVICE =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    private final String contentPolicy;
    private final boolean everSecure;

    // A form posted after the session ended is sent on to the sign-in page, hence its origin.
    SecurityHeaders(IdentityProvider provider, PublicAddress address) {
        this.everSecure = address.isSecure();
        this.contentPolicy = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "form-action 'self' " + provider.origin(),
                "frame-ancestors 'none'",
                "base-uri 'self'",
                "object-src 'none'");
    }

    // Not no-referrer: with that, browsers post our own forms with "Origin: null".
    void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NOTHING_OF_THE_DEVICE))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                // Where https ends before us, requests look plain; the public address knows better.
                .httpStrictTransportSecurity(transport -> transport.requestMatcher(_ -> everSecure));
    }

    /** For answers given before any chain of filters was chosen. */
    void write(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", contentPolicy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
    }
}
