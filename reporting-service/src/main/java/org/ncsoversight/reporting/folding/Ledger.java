package org.ncsoversight.reporting.folding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.ncsoversight.reporting.contract.Folded;
import org.ncsoversight.reporting.heard.Heard.Kind;

/** Keeps {@link Folded} in step with one entity at a time. */
final class Ledger {

    /** The version of an entity that was not there. */
    static final long NONE = 0;

    private Ledger() {}

    /** The counts and hash after an entity went from one version to another. */
    static Folded after(Folded before, Kind kind, String id, long fromVersion, long toVersion) {
        long hash = Long.parseUnsignedLong(before.hash(), 16);
        hash += fingerprint(kind, id, toVersion);
        long more = 1;
        if (fromVersion != NONE) {
            hash -= fingerprint(kind, id, fromVersion);
            more = 0;
        }
        return new Folded(
                before.evidence() + (kind == Kind.EVIDENCE ? more : 0),
                before.responses() + (kind == Kind.RESPONSE ? more : 0),
                before.shops() + (kind == Kind.SHOP ? more : 0),
                before.claims() + (kind == Kind.CLAIM ? more : 0),
                before.threads() + (kind == Kind.THREAD ? more : 0),
                before.registers() + (kind == Kind.REGISTER ? more : 0),
                String.format(Locale.ROOT, "%016x", hash),
                before.evidenceUpTo());
    }

    private static long fingerprint(Kind kind, String id, long version) {
        String text = kind.name().toLowerCase(Locale.ROOT) + "/" + id + "/" + version;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
