package org.ncsoversight.evidence.exchange.sending;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a delivery as the Standard Webhooks specification writes it: HMAC-SHA-256 over
 * {@code id.timestamp.body}, so that a receiver can check it with any library made for it.
 */
public final class Signature {

    private static final String PREFIX = "whsec_";
    private static final int SECRET_IN_BYTES = 32;

    private Signature() {}

    public static String newSecret(SecureRandom random) {
        var secret = new byte[SECRET_IN_BYTES];
        random.nextBytes(secret);
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** The value of the header {@code webhook-signature}. */
    public static String of(String secret, String id, Instant sentAt, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        String signed = id + "." + sentAt.getEpochSecond() + "." + body;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
