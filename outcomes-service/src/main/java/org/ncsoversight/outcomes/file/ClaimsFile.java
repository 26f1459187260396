package org.ncsoversight.outcomes.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of claims once, row by row, never holding its text. */
public final class ClaimsFile {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setTrim(true).get();

    private final FileLimits limits;

    public ClaimsFile(FileLimits limits) {
        this.limits = limits;
    }

    /** Does not close the stream. */
    public FileContent read(InputStream bytes, RowContext context) throws IOException {
        var limited = new LimitedInput(bytes, limits.size().toBytes());
        var digested = new DigestInputStream(limited, sha256());
        try {
            return read(digested, new Reading(context, limits));
        } catch (IOException | UncheckedIOException e) {
            return new FileContent.Unreadable(faultOf(e));
        }
    }

    private static FileContent read(DigestInputStream bytes, Reading reading) throws IOException {
        var text = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        skipByteOrderMark(text);
        // Not closed: the stream belongs to the caller.
        @SuppressWarnings("resource")
        Iterator<CSVRecord> records = CSVParser.parse(text, FORMAT).iterator();
        if (!records.hasNext()) {
            return new FileContent.Unreadable(FileFault.EMPTY_FILE);
        }
        var refused = reading.headings(records.next());
        while (refused.isEmpty() && records.hasNext()) {
            refused = reading.row(records.next());
        }
        return refused.isPresent()
                ? new FileContent.Unreadable(refused.get())
                : reading.content(
                        HexFormat.of().formatHex(bytes.getMessageDigest().digest()));
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    /** A connection that breaks is no fault of the file and is thrown on. */
    private static FileFault faultOf(Exception refused) throws IOException {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case LimitedInput.TooLarge _ -> {
                    return FileFault.FILE_TOO_LARGE;
                }
                case CharacterCodingException _ -> {
                    return FileFault.NOT_UTF_8;
                }
                case CSVException _ -> {
                    return FileFault.NOT_CSV;
                }
                default -> {}
            }
        }
        throw new IOException("The file could not be read to its end", refused);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
