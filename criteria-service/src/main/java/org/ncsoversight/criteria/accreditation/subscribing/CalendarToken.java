package org.ncsoversight.criteria.accreditation.subscribing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret part of a calendar's address: 128 random bits, shown once and kept only as a hash. */
record CalendarToken(String value) {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static CalendarToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new CalendarToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Secrets are not for logs. */
    @Override
    public String toString() {
        return "CalendarToken";
    }
}
