package org.ncsoversight.guard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The proof that somebody signed in with this browser before: a mark, sealed for that user. With it the guesses of
 * others, also from the same address, do not count.
 */
final class KnownBrowser {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    KnownBrowser(SecretKey key) {
        this.key = key;
    }

    String newMark(String user) {
        String mark = UUID.randomUUID().toString();
        return mark + "." + seal(user, mark);
    }

    /** The mark itself, if it was sealed for this user. */
    Optional<String> mark(String user, String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String mark = sealed.substring(0, dot);
        byte[] given = sealed.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        byte[] expected = seal(user, mark).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, expected) ? Optional.of(mark) : Optional.empty();
    }

    private String seal(String user, String mark) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // The first words set this use of the realm's key apart from every other.
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(
                            ("ncs-oversight known browser|" + user + "|" + mark).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
