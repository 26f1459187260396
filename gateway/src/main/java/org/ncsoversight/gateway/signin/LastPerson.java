package org.ncsoversight.gateway.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.Seal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Who was signed in in this browser last, told by the browser itself and sealed by us; gone when they sign out. */
@Component
public class LastPerson {

    static final String COOKIE = "NCS_LAST";

    /** A working day. */
    private static final Duration KNOWN_FOR = Duration.ofHours(12);

    private final Seal seal;
    private final PublicAddress address;
    private final Clock clock;

    LastPerson(IdentityProvider provider, PublicAddress address, Clock clock) {
        this.seal = new Seal(provider.clientSecret(), "last person");
        this.address = address;
        this.clock = clock;
    }

    public Optional<String> of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : seal.open(cookie.getValue()).flatMap(this::stillKnown);
    }

    void remember(String name, HttpServletResponse response) {
        String known = clock.instant().plus(KNOWN_FOR).getEpochSecond() + " " + name;
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, seal.close(known))
                        .httpOnly(true)
                        .secure(address.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(KNOWN_FOR)
                        .build()
                        .toString());
    }

    private Optional<String> stillKnown(String known) {
        int space = known.indexOf(' ');
        Instant until = Instant.ofEpochSecond(Long.parseLong(known.substring(0, space)));
        return until.isAfter(clock.instant()) ? Optional.of(known.substring(space + 1)) : Optional.empty();
    }
}
