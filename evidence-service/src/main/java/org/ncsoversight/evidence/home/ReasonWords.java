package org.ncsoversight.evidence.home;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.readiness.Readiness.Reason;
import org.ncsoversight.evidence.standard.Edition;

/** Says a published reason plainly, from its facts alone. */
final class ReasonWords {

    private static final int PLACES_OF_PERCENT = 2;

    private final Edition edition;
    private final Words words;

    ReasonWords(Edition edition, Words words) {
        this.edition = edition;
        this.words = words;
    }

    /** One that was added after this was built is told by its code. */
    String why(Reason reason) {
        return reason.known()
                .map(code -> switch (code) {
                    case NOTHING_SUBMITTED ->
                        "Nothing has been submitted. It asks for the voices of %s.".formatted(voices(reason));
                    case VOICE_MISSING -> "No evidence speaks for %s.".formatted(voices(reason));
                    case AWAITING_REVIEW -> "Evidence from %s is waiting for review.".formatted(voices(reason));
                    case RETURNED -> "Evidence from %s was returned by the reviewer.".formatted(voices(reason));
                    case LAPSED ->
                        "Evidence from %s lapsed after its review date, %s."
                                .formatted(voices(reason), day(reason, "date"));
                    case LAPSES_SOON ->
                        "Evidence from %s reaches its review date on %s."
                                .formatted(voices(reason), day(reason, "date"));
                    case TEXT_CHANGED ->
                        "What this criterion asks has changed since the evidence from %s was accepted."
                                .formatted(voices(reason));
                    case MEASURE_BEYOND_LIMIT ->
                        "%s: %s of %s, beyond the limit of %s."
                                .formatted(
                                        measure(reason.fact("measure")),
                                        percent(reason.fact("share")),
                                        reason.fact("base"),
                                        percent(reason.fact("limit")));
                    case COMPLAINT_OVERDUE -> "A complaint was due to be answered by %s.".formatted(day(reason, "due"));
                    case THREAD_BROKEN ->
                        "A golden thread through this criterion has no accepted, current evidence for %s."
                                .formatted(reason.fact("criterion"));
                })
                .orElse(reason.code());
    }

    /** Its title, where the edition has one. */
    String measure(String code) {
        return edition.measure(code).map(Edition.Measure::title).orElse(code);
    }

    private String voices(Reason reason) {
        return reason.voices().stream().map(this::voice).collect(Collectors.joining(", "));
    }

    String voice(Voice voice) {
        return words.voice(voice).toLowerCase(Locale.UK);
    }

    private String day(Reason reason, String name) {
        try {
            return words.day(LocalDate.parse(reason.fact(name)));
        } catch (DateTimeParseException e) {
            return reason.fact(name);
        }
    }

    private static String percent(String share) {
        try {
            return new BigDecimal(share)
                            .movePointRight(PLACES_OF_PERCENT)
                            .stripTrailingZeros()
                            .toPlainString()
                    + "%";
        } catch (NumberFormatException e) {
            return share;
        }
    }
}
