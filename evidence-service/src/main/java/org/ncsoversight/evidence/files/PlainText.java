package org.ncsoversight.evidence.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a note from what it begins like: "From:" makes no e-mail of it, and "BAME" no picture. What a program would run or
 * draw stays what it begins like.
 */
final class PlainText {

    private static final Set<String> RUN_OR_DRAWN = Set.of(
            "text/html",
            "text/javascript",
            "text/x-awk",
            "text/x-jsp",
            "text/x-perl",
            "text/x-php",
            "text/x-python",
            "application/inf",
            "application/pdf",
            "application/postscript",
            "application/rtf",
            "application/x-bat",
            "application/x-kdelnk",
            "application/x-msdownload",
            "application/x-sh",
            "multipart/related");

    private static final int DELETE = 0x7F;

    private PlainText() {}

    static boolean isIn(ReceivedFile file, String seemingType) throws IOException {
        return isCalledText(file.name().toLowerCase(Locale.ROOT))
                && !RUN_OR_DRAWN.contains(seemingType)
                && !seemingType.endsWith("xml")
                && isReadable(file);
    }

    private static boolean isCalledText(String name) {
        return name.endsWith(".txt") || name.endsWith(".csv");
    }

    private static boolean isReadable(ReceivedFile file) throws IOException {
        try (InputStream content = new BufferedInputStream(file.content().open())) {
            int next = content.read();
            while (next >= 0 && isReadable(next)) {
                next = content.read();
            }
            return next < 0;
        }
    }

    private static boolean isReadable(int next) {
        return next >= ' ' ? next != DELETE : next == '\t' || next == '\n' || next == '\f' || next == '\r';
    }
}
