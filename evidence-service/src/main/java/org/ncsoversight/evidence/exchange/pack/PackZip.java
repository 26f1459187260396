package org.ncsoversight.evidence.exchange.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes entries as they come and notes each one's hash; nothing is held but the list. */
public final class PackZip implements AutoCloseable {

    /** The first moment a ZIP can name: when a pack was made is not part of what it holds. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Writes the bytes of one entry. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;
    private final List<PackManifest.Entry> entries = new ArrayList<>();

    public PackZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Text is worth packing. */
    public void text(String path, byte[] bytes) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        entry(path, null, out -> out.write(bytes));
    }

    /** Documents and images are packed already. */
    public void file(String path, String name, Body body) throws IOException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        entry(path, name, body);
    }

    private void entry(String path, @Nullable String name, Body body) throws IOException {
        var digest = sha256();
        open(path);
        var counted = new CountingOutputStream(new DigestOutputStream(zip, digest));
        body.writeTo(counted);
        zip.closeEntry();
        entries.add(new PackManifest.Entry(path, counted.count(), HexFormat.of().formatHex(digest.digest()), name));
    }

    /** The last one, which lists the others. */
    public void last(String path, byte[] bytes) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        open(path);
        zip.write(bytes);
        zip.closeEntry();
        zip.finish();
    }

    private void open(String path) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
    }

    public List<PackManifest.Entry> entries() {
        return entries;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Counts what goes by; leaves closing to whoever opened. */
    private static final class CountingOutputStream extends OutputStream {

        private final OutputStream out;
        private long count;

        CountingOutputStream(OutputStream out) {
            this.out = out;
        }

        long count() {
            return count;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
