package org.ncsoversight.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ncsoversight.tables.workbook.Refusal;

/** A table that comes as a stream, kept on disk for as long as it takes to read it; gone when closed. */
public final class SpooledTable implements Closeable {

    private static final int BUFFER_IN_BYTES = 1 << 16;

    private final Path path;
    private final String sha256;
    private final boolean tooLarge;

    private SpooledTable(Path path, String sha256, boolean tooLarge) {
        this.path = path;
        this.sha256 = sha256;
        this.tooLarge = tooLarge;
    }

    /** Takes no more of the stream than tells that it is too large, and does not close it. */
    public static SpooledTable of(InputStream in, long mostBytes) throws IOException {
        Path path = Files.createTempFile("table-", ".part");
        MessageDigest digest = sha256Digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            boolean tooLarge = copy(in, out, mostBytes);
            return new SpooledTable(path, HexFormat.of().formatHex(digest.digest()), tooLarge);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Answers whether there was more. */
    private static boolean copy(InputStream in, OutputStream out, long mostBytes) throws IOException {
        var buffer = new byte[BUFFER_IN_BYTES];
        long left = mostBytes;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            left -= read;
            if (left < 0) {
                return true;
            }
            out.write(buffer, 0, read);
        }
        return false;
    }

    /** Of its bytes, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public TableReading read(TableShape shape, TableLimits limits, TableReader.Rows rows) throws IOException {
        return tooLarge
                ? new TableReading.Refused(Refusal.ofFile("file-too-large", "The file is too large"))
                : TableReader.read(TableSource.of(path), shape, limits, rows);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
