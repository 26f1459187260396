package org.ncsoversight.tables.workbook;

import java.util.regex.Pattern;

/** How workbooks spell characters that XML cannot hold: {@code _x000D_} is a carriage return. */
public final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LIKE_ONE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern BREAK = Pattern.compile("\\r\\n?");
    private static final int HEXADECIMAL = 16;

    private Escapes() {}

    /** What the author typed; every end of a line is one character. */
    static String read(String text) {
        if (text.indexOf('_') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        String spelt = ESCAPE.matcher(text).replaceAll(escape -> {
            char character = (char) Integer.parseInt(escape.group(1), HEXADECIMAL);
            boolean shown = !Character.isISOControl(character) || character == '\r' || character == '\n';
            return switch (character) {
                case '\\', '$' -> "\\" + character;
                default -> shown || character == '\t' ? String.valueOf(character) : "";
            };
        });
        return BREAK.matcher(spelt).replaceAll("\n");
    }

    /** For a workbook, where a text must not be taken for an escape. */
    public static String write(String text) {
        return text.indexOf("_x") < 0 ? text : LIKE_ONE.matcher(text).replaceAll("_x005F_");
    }
}
