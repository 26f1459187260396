package org.ncsoversight.evidence.exchange.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The last entry of a pack: what was asked for and every other entry with its SHA-256. A pack without it is incomplete.
 *
 * <p>Nothing in it says when or where the pack was made, so the same content gives the same manifest.
 *
 * @param count how many entries there are beside it
 * @param signature HMAC-SHA-256 with the key shared between installations, or null
 */
public record PackManifest(
        String format,
        int formatVersion,
        String ukprn,
        @Nullable String edition,
        List<String> criteria,
        List<String> states,
        int items,
        List<LeftOut> leftOut,
        int count,
        List<Entry> entries,
        @Nullable String signature) {

    public static final String NAME = "manifest.json";
    public static final String FORMAT = "ncs-oversight-evidence-pack";
    public static final int FORMAT_VERSION = 1;

    /**
     * One entry of the ZIP.
     *
     * @param name what the file is called where its path could not say it whole; absent for entries that are no files of
     *     evidence, and in packs that were written before names were kept
     */
    public record Entry(
            String path,
            long size,
            String sha256,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name) {

        public Entry(String path, long size, String sha256) {
            this(path, size, sha256, null);
        }

        /** What can be told from the bytes alone. */
        public Entry unnamed() {
            return new Entry(path, size, sha256);
        }
    }

    /** An item that was asked for and is not in the pack. */
    public record LeftOut(String evidence, String reason) {}

    public static PackManifest of(PackSelection selection, int items, List<LeftOut> leftOut, List<Entry> entries) {
        return new PackManifest(
                FORMAT,
                FORMAT_VERSION,
                selection.provider().ukprn(),
                selection.edition(),
                selection.criteria().stream().map(code -> code.value()).toList(),
                selection.states().stream().map(state -> state.word()).toList(),
                items,
                List.copyOf(leftOut),
                entries.size(),
                List.copyOf(entries),
                null);
    }

    public PackManifest signedWith(String key) {
        return new PackManifest(
                format, formatVersion, ukprn, edition, criteria, states, items, leftOut, count, entries, hmac(key));
    }

    /** Whether an installation with the same key made exactly this pack. */
    public boolean isSignedWith(String key) {
        return signature != null
                && MessageDigest.isEqual(
                        hmac(key).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Over each field in a line of its own; what is in the items is in the hashes of their entries. */
    private String hmac(String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            line(mac, format + " " + formatVersion);
            line(mac, ukprn);
            line(mac, edition == null ? "" : edition);
            line(mac, String.join(" ", criteria));
            line(mac, String.join(" ", states));
            line(mac, items + " " + count);
            leftOut.forEach(one -> line(mac, one.evidence() + " " + one.reason()));
            for (Entry entry : entries) {
                line(mac, entry.sha256() + " " + entry.size() + " " + entry.path());
                if (entry.name() != null) {
                    line(mac, entry.name());
                }
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static void line(Mac mac, String text) {
        mac.update(text.replace("\n", " ").getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '\n');
    }
}
