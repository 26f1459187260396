package org.ncsoversight.deploy.whole;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows the codes of RFC 6238 for a key that was typed in. */
final class AuthenticatorApp {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int PERIOD_IN_SECONDS = 30;

    private final byte[] key;

    AuthenticatorApp(String typed) {
        var decoded = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char sign : typed.replaceAll("\\s", "").toCharArray()) {
            held = (held << 5) | SIGNS.indexOf(sign);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                decoded.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        key = decoded.toByteArray();
    }

    String code() {
        return code(Instant.now());
    }

    /** The next one, which is taken up to half a minute early; one code is taken once only. */
    String nextCode() {
        return code(Instant.now().plusSeconds(PERIOD_IN_SECONDS));
    }

    private String code(Instant when) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(when.getEpochSecond() / PERIOD_IN_SECONDS)
                    .array());
            return "%06d"
                    .formatted((ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
