package org.ncsoversight.reporting.viewing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ncsoversight.reporting.readiness.Band;

/** Bands, voices and dates in the words of a page. */
final class BandWords {

    static final String NOTICE =
            "Bands are this platform's own reading of evidence, feedback and outcomes. They are not a judgement by the"
                    + " matrix Standard or its assessors.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private BandWords() {}

    static String of(Band band) {
        return switch (band) {
            case NOT_STARTED -> "Not started";
            case GATHERING -> "Gathering";
            case SUBMITTED -> "Submitted";
            case AT_RISK -> "At risk";
            case READY -> "Ready";
        };
    }

    static String meaning(Band band) {
        return switch (band) {
            case NOT_STARTED -> "nothing submitted";
            case GATHERING -> "some voices missing";
            case SUBMITTED -> "every voice spoken for, not all accepted";
            case AT_RISK -> "covered and accepted, but something asks for a look";
            case READY -> "covered, accepted, nothing against it";
        };
    }

    /** The end of a style class. */
    static String style(Band band) {
        return band.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String voice(String word) {
        return switch (word) {
            case "manager" -> "managers";
            case "staff" -> "staff";
            case "client" -> "clients";
            case "partner" -> "partners";
            default -> word;
        };
    }

    static String voices(List<String> words) {
        List<String> named = words.stream().map(BandWords::voice).toList();
        return named.size() < 2
                ? String.join("", named)
                : named.stream().limit(named.size() - 1L).collect(Collectors.joining(", ")) + " and " + named.getLast();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
