package org.ncsoversight.evidence.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes as they go by, in lower-case hexadecimal. */
public final class Fingerprint {

    /** Takes the bytes somewhere. */
    @FunctionalInterface
    interface Destination {
        void take(InputStream bytes) throws IOException;
    }

    private Fingerprint() {}

    public static String of(ReceivedFile file) throws IOException {
        return of(file, bytes -> bytes.transferTo(OutputStream.nullOutputStream()));
    }

    /** Reads the file once, for the destination and the fingerprint together. */
    public static String of(ReceivedFile file, Destination destination) throws IOException {
        var digest = sha256();
        try (var bytes = new DigestInputStream(file.content().open(), digest)) {
            destination.take(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
