package org.ncsoversight.evidence.exchange.packing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** File names of one folder, in any script, that every system can unpack: no paths, no reserved names, none twice. */
final class SafeNames {

    private static final String NOT_IN_NAMES = "<>:\"/\\|?*";
    private static final Pattern RESERVED = Pattern.compile("(?i)(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(\\..*)?");
    private static final Pattern WINDOWS_DROPS = Pattern.compile("[. ]+$");
    private static final int LENGTH_IN_BYTES = 180;
    private static final int EXTENSION_LENGTH = 10;

    private final int lengthInCharacters;

    /** As a system sees them that does not tell capitals from small letters. */
    private final Set<String> taken = new HashSet<>();

    SafeNames(int lengthInCharacters) {
        this.lengthInCharacters = lengthInCharacters;
    }

    String next(String name) {
        String safe = safe(name);
        String candidate = shortened(safe, "");
        for (int number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
            candidate = shortened(safe, " (%d)".formatted(number));
        }
        return candidate;
    }

    private static String safe(String name) {
        var kept = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .map(c -> NOT_IN_NAMES.indexOf(c) >= 0 ? '_' : c)
                .forEach(kept::appendCodePoint);
        String safe = WINDOWS_DROPS.matcher(kept.toString().strip()).replaceAll("");
        if (safe.isEmpty() || safe.startsWith(".") || RESERVED.matcher(safe).matches()) {
            safe = "_" + safe;
        }
        return safe;
    }

    private String shortened(String name, String number) {
        int dot = extension(name);
        String end = number + name.substring(dot);
        var start = new StringBuilder(name.substring(0, dot));
        while (isTooLong(start, end) && !start.isEmpty()) {
            start.setLength(start.offsetByCodePoints(start.length(), -1));
        }
        return WINDOWS_DROPS.matcher(start).replaceAll("") + end;
    }

    private boolean isTooLong(CharSequence start, CharSequence end) {
        return start.length() + end.length() > lengthInCharacters || bytes(start) + bytes(end) > LENGTH_IN_BYTES;
    }

    /** Where the extension begins; at the end when there is none worth keeping. */
    private static int extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= EXTENSION_LENGTH ? dot : name.length();
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
