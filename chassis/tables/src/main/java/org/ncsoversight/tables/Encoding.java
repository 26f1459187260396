package org.ncsoversight.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How text is written in bytes, found out by looking at all of them. */
enum Encoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, 0),
    UTF_8_WITH_MARK("UTF-8", StandardCharsets.UTF_8, 3),
    UTF_16_LITTLE("UTF-16", StandardCharsets.UTF_16LE, 2),
    UTF_16_BIG("UTF-16", StandardCharsets.UTF_16BE, 2),
    WINDOWS_1252("Windows-1252", Charset.forName("windows-1252"), 0);

    private static final int BUFFER_IN_BYTES = 1 << 16;

    private final String title;
    private final Charset charset;
    private final int markInBytes;

    Encoding(String title, Charset charset, int markInBytes) {
        this.title = title;
        this.charset = charset;
        this.markInBytes = markInBytes;
    }

    String title() {
        return title;
    }

    /** Empty where the bytes are no text in any of these. */
    static Optional<Encoding> of(TableSource source) throws IOException {
        Optional<Encoding> marked = marked(source);
        if (marked.isPresent()) {
            return marked.get().fits(source) ? marked : Optional.empty();
        }
        if (UTF_8.fits(source)) {
            return Optional.of(UTF_8);
        }
        return WINDOWS_1252.fits(source) ? Optional.of(WINDOWS_1252) : Optional.empty();
    }

    private static Optional<Encoding> marked(TableSource source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(UTF_8_WITH_MARK.markInBytes);
            int first = start.length > 0 ? Byte.toUnsignedInt(start[0]) : -1;
            int second = start.length > 1 ? Byte.toUnsignedInt(start[1]) : -1;
            int third = start.length > 2 ? Byte.toUnsignedInt(start[2]) : -1;
            if (first == 0xEF && second == 0xBB && third == 0xBF) {
                return Optional.of(UTF_8_WITH_MARK);
            }
            if (first == 0xFF && second == 0xFE) {
                return Optional.of(UTF_16_LITTLE);
            }
            return first == 0xFE && second == 0xFF ? Optional.of(UTF_16_BIG) : Optional.empty();
        }
    }

    /** Keeps nothing. */
    private boolean fits(TableSource source) throws IOException {
        CharsetDecoder decoder = decoder();
        var bytes = ByteBuffer.allocate(BUFFER_IN_BYTES);
        var text = CharBuffer.allocate(BUFFER_IN_BYTES);
        try (InputStream in = source.open()) {
            for (int read = fill(in, bytes); read >= 0; read = fill(in, bytes)) {
                bytes.flip();
                text.clear();
                if ((isOfBytes() && holdsZero(bytes))
                        || decoder.decode(bytes, text, false).isError()) {
                    return false;
                }
                bytes.compact();
            }
            bytes.flip();
            text.clear();
            return !decoder.decode(bytes, text, true).isError();
        }
    }

    private boolean isOfBytes() {
        return this != UTF_16_LITTLE && this != UTF_16_BIG;
    }

    private static int fill(InputStream in, ByteBuffer bytes) throws IOException {
        int read = in.read(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, read));
        return read;
    }

    /** Which stands in pictures and programs and in no text. */
    private static boolean holdsZero(ByteBuffer bytes) {
        for (int i = 0; i < bytes.limit(); i++) {
            if (bytes.get(i) == 0) {
                return true;
            }
        }
        return false;
    }

    private CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The text after the mark. */
    Reader open(TableSource source) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(markInBytes);
        return new BufferedReader(new InputStreamReader(in, decoder()), BUFFER_IN_BYTES);
    }
}
