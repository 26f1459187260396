package org.ncsoversight.gateway.security;

import jakarta.servlet.http.HttpServletResponse;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.signin.IdentityProvider;
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
    void write(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", contentPolicy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", NOTHING_OF_THE_DEVICE);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        // Where https ends before us, requests look plain; the public address knows better.
        if (everSecure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        }
    }

    static boolean areIn(HttpServletResponse response) {
        return response.containsHeader("Content-Security-Policy");
    }
}
