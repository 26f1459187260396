package org.ncsoversight.criteria.people.keycloak;

import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 256 bits, of signs that need no encoding anywhere. */
final class Secret {

    private static final int LENGTH_IN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String next() {
        byte[] bytes = new byte[LENGTH_IN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
