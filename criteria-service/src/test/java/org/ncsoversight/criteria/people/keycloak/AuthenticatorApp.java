package org.ncsoversight.criteria.people.keycloak;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of RFC 6238, as an app on a phone shows them. */
final class AuthenticatorApp {

    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final int PERIOD_IN_SECONDS = 30;

    private final byte[] secret;

    private AuthenticatorApp(byte[] secret) {
        this.secret = secret;
    }

    /** Takes the secret from the page that sets one up, where it stands for the form. */
    static AuthenticatorApp setUpWith(String page) {
        Matcher found = SECRET.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No secret on " + page);
        }
        return new AuthenticatorApp(found.group(1).getBytes(StandardCharsets.UTF_8));
    }

    String secret() {
        return new String(secret, StandardCharsets.UTF_8);
    }

    String code(Instant when) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(when.getEpochSecond() / PERIOD_IN_SECONDS)
                    .array());
            int offset = hash[hash.length - 1] & 15;
            return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next one after that, which is taken up to half a minute early. */
    String nextCode(Instant when) {
        return code(when.plusSeconds(PERIOD_IN_SECONDS));
    }
}
