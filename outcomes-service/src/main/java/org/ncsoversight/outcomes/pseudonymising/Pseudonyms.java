package org.ncsoversight.outcomes.pseudonymising;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.outcomes.model.ClientPseudonym;

/** Makes pseudonyms; for one thread, because it uses one {@code Mac} again and again. */
public final class Pseudonyms {

    static final String ALGORITHM = "HmacSHA256";
    private static final HexFormat HEX = HexFormat.of();
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Mac mac;

    public Pseudonyms(PseudonymKey key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(key.secret());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    public ClientPseudonym client(String customerId) {
        return new ClientPseudonym(HEX.formatHex(hash("client", customerId)));
    }

    /** Keyed too, so that nobody with a list of clients can find theirs by computing ids. */
    public ClaimId claim(String... naturalKey) {
        ByteBuffer hash = ByteBuffer.wrap(hash("claim", naturalKey));
        long high = (hash.getLong() & ~0xF000L) | VERSION_8;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT;
        return new ClaimId(new UUID(high, low));
    }

    private byte[] hash(String purpose, String... parts) {
        mac.update(purpose.getBytes(UTF_8));
        for (String part : parts) {
            // No part can hold the separator: cells with control characters are refused.
            mac.update((byte) 0);
            mac.update(part.getBytes(UTF_8));
        }
        return mac.doFinal();
    }
}
