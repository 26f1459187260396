package org.ncsoversight.bodies;

/** Text as somebody sees it: what shows nothing is no text. */
public final class ShownText {

    private ShownText() {}

    /** The same text, or nothing at all where every character of it is invisible. */
    public static String of(String text) {
        return text.codePoints().anyMatch(ShownText::isShown) ? text : "";
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isFiller(c);
        };
    }

    /** Letters, marks and signs that Unicode made to fill a place or to choose a shape, with no shape of their own. */
    private static boolean isFiller(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                isWithin(c, 0x180B, 0x180F)
                        || isWithin(c, 0x2065, 0x2065)
                        || isWithin(c, 0xFE00, 0xFE0F)
                        || isWithin(c, 0xFFF0, 0xFFF8)
                        || isWithin(c, 0xE0000, 0xE0FFF);
        };
    }

    private static boolean isWithin(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
