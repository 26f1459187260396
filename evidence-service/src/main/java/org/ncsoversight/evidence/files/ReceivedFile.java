package org.ncsoversight.evidence.files;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;

/** A file as it arrived, waiting on disk; it can be opened more than once. */
public record ReceivedFile(String name, long sizeInBytes, Content content) {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    /** Opens the bytes. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public ReceivedFile {
        name = safe(name);
    }

    /** The last part of a path, in any script, without what could break a header or turn the name around on screen. */
    private static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .filter(ReceivedFile::mayStandInAName)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** Most invisible characters only deceive; joiners and tags are part of words in some scripts, and of emoji. */
    private static boolean mayStandInAName(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER || isTag(c);
            default -> true;
        };
    }

    private static boolean isTag(int c) {
        return c >= FIRST_TAG && c <= LAST_TAG;
    }
}
