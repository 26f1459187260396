package org.ncsoversight.criteria.standard.guidance;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a text file in UTF-8. */
public final class Lines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Lines() {}

    /** The whole text, or the line in which it stops being one. */
    public static String text(byte[] file) throws DamagedFile {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer characters = CharBuffer.allocate(file.length);
        var outcome = decoder.decode(bytes, characters, true);
        int line = lineOf(file, bytes.position());
        if (outcome.isError()) {
            throw new DamagedFile(line, "not-utf-8", "This line is not text in UTF-8");
        }
        String text = characters.flip().toString();
        text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        int bad = firstControl(text);
        if (bad >= 0) {
            throw new DamagedFile(
                    1
                            + (int) text.chars()
                                    .limit(bad)
                                    .filter(character -> character == '\n')
                                    .count(),
                    "not-text",
                    "This line contains characters that are no text");
        }
        return text;
    }

    static List<String> of(byte[] file) throws DamagedFile {
        return text(file).lines().toList();
    }

    private static int lineOf(byte[] file, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (file[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static int firstControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t') {
                return i;
            }
        }
        return -1;
    }
}
