package org.ncsoversight.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;

/** A file as it arrived, waiting on disk; it can be opened more than once. */
public record ReceivedFile(String name, long sizeInBytes, Content content) {

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
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }
}
