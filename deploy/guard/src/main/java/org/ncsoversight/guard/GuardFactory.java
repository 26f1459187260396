package org.ncsoversight.guard;

import java.time.InstantSource;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.BruteForceProtectorFactory;

/** Puts the guard in the place of Keycloak's own, which locks a user out wherever the guesses come from. */
public final class GuardFactory implements BruteForceProtectorFactory {

    /** Some ten megabytes at most. */
    private static final int MOST_REMEMBERED = 100_000;

    private final Failures failures = new Failures(InstantSource.system(), MOST_REMEMBERED);

    @Override
    public String getId() {
        return "ncs-oversight-guard";
    }

    @Override
    public int order() {
        // Higher than Keycloak's own.
        return 100;
    }

    @Override
    public BruteForceProtector create(KeycloakSession session) {
        return new Guard(session, failures);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
