package org.ncsoversight.evidence.model;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people type, made comparable. */
public final class Text {

    private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final int BRIEF_LENGTH_IN_CHARACTERS = 20;

    private Text() {}

    /** One form for the same characters, one kind of line end, no invisible control characters. */
    public static String clean(String typed) {
        var kept = new StringBuilder();
        Normalizer.normalize(typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** The day an ISO date names, if there is such a day. */
    public static Optional<LocalDate> date(String typed) {
        Matcher parts = ISO_DATE.matcher(typed.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Short enough to be quoted back in a message. */
    public static String brief(String typed) {
        String text = clean(typed);
        return text.length() <= BRIEF_LENGTH_IN_CHARACTERS ? text : text.substring(0, BRIEF_LENGTH_IN_CHARACTERS) + "…";
    }
}
