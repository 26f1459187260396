package org.ncsoversight.criteria.deadletters.resolving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.Original;

/** How letters are told to people: reasons and states in words, and no more of a record than fits on a page. */
final class Words {

    private static final int EXCERPT_IN_CHARACTERS = 2_000;
    private static final int HEADER_IN_CHARACTERS = 200;
    private static final int HEADERS_SHOWN = 50;
    /** A character has at most so many bytes. */
    private static final int BYTES_OF_A_CHARACTER = 4;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK);

    record HeaderRow(String name, String value) {}

    private Words() {}

    static String reason(String code) {
        return switch (code) {
            case "value-unreadable" -> "Could not be read";
            case "value-missing" -> "Nothing in it";
            case "key-missing" -> "Does not say whose it is";
            case "type-missing" -> "Does not say what it is";
            case "field-refused" -> "Something in it is missing or wrong";
            case "unexpected" -> "Failed in a way nobody foresaw";
            default -> code;
        };
    }

    static String state(Letter letter) {
        boolean failed = letter.handling().failedAgain().isPresent();
        return switch (letter.state()) {
            case OPEN -> "Waiting";
            case REPLAYED -> failed ? "Sent again, failed again" : "Sent again";
            case SET_ASIDE -> "Set aside";
        };
    }

    static String tag(Letter letter) {
        boolean failed = letter.handling().failedAgain().isPresent();
        return switch (letter.state()) {
            case OPEN -> "govuk-tag--yellow";
            case REPLAYED -> failed ? "govuk-tag--red" : "govuk-tag--green";
            case SET_ASIDE -> "govuk-tag--grey";
        };
    }

    static String step(Letter.State to) {
        return switch (to) {
            case OPEN -> "Opened";
            case REPLAYED -> "Sent again";
            case SET_ASIDE -> "Set aside";
        };
    }

    static String moment(Instant at, Clock clock) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }

    static String excerpt(Original.Bytes bytes) {
        return text(bytes, EXCERPT_IN_CHARACTERS);
    }

    static List<HeaderRow> headers(Original original) {
        return original.headers().stream()
                .limit(HEADERS_SHOWN)
                .map(header -> new HeaderRow(header.name(), text(header.value(), HEADER_IN_CHARACTERS)))
                .toList();
    }

    /** What is no text shows as signs for it; lines stay lines. */
    private static String text(Original.Bytes bytes, int limit) {
        byte[] content = bytes.content();
        String text = new String(content, 0, Math.min(content.length, limit * BYTES_OF_A_CHARACTER), UTF_8);
        String shown = text.substring(0, Math.min(text.length(), limit));
        var clean = new StringBuilder(shown.length());
        shown.chars()
                .forEach(c -> clean.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : (char) c));
        return clean.toString();
    }
}
