package org.ncsoversight.guard;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.keycloak.common.ClientConnection;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;
import org.ncsoversight.guard.Failures.Guesser;

/** Counts wrong passwords by user and address, or by user and known browser, so that nobody is locked out by a stranger. */
final class Guard implements BruteForceProtector {

    private static final String COOKIE = "NCS_KNOWN_";
    private static final Duration KNOWN_FOR = Duration.ofDays(180);
    private static final String PASSWORD = "password";

    /** In place of an address: who guesses second factors knows the password already. */
    private static final String ANYWHERE = "second factor";

    private final KeycloakSession session;
    private final Failures failures;

    Guard(KeycloakSession session, Failures failures) {
        this.session = session;
        this.failures = failures;
    }

    @Override
    public void failedLogin(
            RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, Set<String> categories) {
        String from = mark(realm, user).orElseGet(() -> categories.contains(PASSWORD) ? address() : ANYWHERE);
        failures.failed(guesser(realm, user, from));
    }

    @Override
    public void successfulLogin(
            RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, Set<String> categories) {
        Optional<String> mark = mark(realm, user);
        failures.succeeded(guesser(realm, user, mark.orElseGet(Guard.this::address)));
        if (categories.stream().anyMatch(category -> !category.equals(PASSWORD))) {
            failures.succeeded(guesser(realm, user, ANYWHERE));
        }
        if (mark.isEmpty()) {
            session.getContext().getHttpResponse().setCookieIfAbsent(newCookie(realm, user, uri));
        }
    }

    @Override
    public boolean isTemporarilyDisabled(KeycloakSession asked, RealmModel realm, UserModel user) {
        return mark(realm, user)
                .map(mark -> failures.mustWait(guesser(realm, user, mark)))
                .orElseGet(() -> failures.mustWait(guesser(realm, user, address()))
                        || failures.mustWait(guesser(realm, user, ANYWHERE)));
    }

    @Override
    public boolean isPermanentlyLockedOut(KeycloakSession asked, RealmModel realm, UserModel user) {
        return false;
    }

    @Override
    public void cleanUpPermanentLockout(KeycloakSession asked, RealmModel realm, UserModel user) {
        // Nobody is ever locked out for good.
    }

    @Override
    public void close() {}

    private static Guesser guesser(RealmModel realm, UserModel user, String from) {
        return new Guesser(realm.getId() + "/" + user.getId(), from);
    }

    private String address() {
        return Address.of(session.getContext().getConnection().getRemoteAddr());
    }

    private Optional<String> mark(RealmModel realm, UserModel user) {
        Cookie cookie = session.getContext()
                .getHttpRequest()
                .getHttpHeaders()
                .getCookies()
                .get(name(user));
        return cookie == null ? Optional.empty() : browser(realm).mark(user.getId(), cookie.getValue());
    }

    private NewCookie newCookie(RealmModel realm, UserModel user, UriInfo uri) {
        return new NewCookie.Builder(name(user))
                .value(browser(realm).newMark(user.getId()))
                .path(uri.getBaseUri().getPath() + "realms/" + realm.getName() + "/")
                .maxAge(Math.toIntExact(KNOWN_FOR.toSeconds()))
                .httpOnly(true)
                .secure(uri.getBaseUri().getScheme().equals("https"))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static String name(UserModel user) {
        return COOKIE + Integer.toHexString(user.getId().hashCode());
    }

    private KnownBrowser browser(RealmModel realm) {
        return new KnownBrowser(
                session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512).getSecretKey());
    }
}
