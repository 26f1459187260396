package org.ncsoversight.evidence.presenting;

import java.nio.charset.StandardCharsets;

/** The header by which a file is saved under its own name, whatever script that is in (RFC 6266, RFC 8187). */
public final class Attachment {

    private static final String PLAIN = "!#$&+-.^_`|~";

    private Attachment() {}

    /** The true name in UTF-8, and before it one in ASCII for programs that know no other. */
    public static String named(String name) {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(inAscii(name), encoded(name));
    }

    private static String inAscii(String name) {
        var ascii = new StringBuilder();
        name.codePoints()
                .map(c -> c < ' ' || c > '~' || "\"\\/%".indexOf(c) >= 0 ? '_' : c)
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || PLAIN.indexOf(c) >= 0;
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
