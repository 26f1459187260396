package org.ncsoversight.reporting.viewing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.contract.ReadinessMessage.Reason;
import org.ncsoversight.reporting.heard.EditionMessage;
import org.ncsoversight.reporting.readiness.ReasonCode;

/** Says a reason and its smallest action plainly, from the facts alone. */
final class ReasonWords {

    private static final int PERCENT = 100;

    private final Optional<EditionMessage> edition;

    ReasonWords(Optional<EditionMessage> edition) {
        this.edition = edition;
    }

    /** Why the criterion stands where it stands. */
    String why(Reason reason) {
        Optional<ReasonCode> code = ReasonCode.of(reason.code());
        if (code.isEmpty()) {
            return reason.code();
        }
        return switch (code.get()) {
            case NOTHING_SUBMITTED ->
                "Nothing has been submitted. It asks for the voices of " + askedVoices(reason) + ".";
            case VOICE_MISSING -> "No evidence speaks for " + voice(reason) + ".";
            case AWAITING_REVIEW -> "Evidence from " + voice(reason) + " is waiting for review.";
            case RETURNED -> "Evidence from " + voice(reason) + " was returned by the reviewer.";
            case LAPSED ->
                "Evidence from " + voice(reason) + " lapsed after its review date, " + date(reason, "date") + ".";
            case LAPSES_SOON ->
                "Evidence from " + voice(reason) + " reaches its review date on " + date(reason, "date") + ".";
            case TEXT_CHANGED ->
                "What this criterion asks has changed since the evidence from " + voice(reason) + " was accepted.";
            case MEASURE_BEYOND_LIMIT -> measure(reason);
            case COMPLAINT_OVERDUE -> "A complaint was due to be answered by " + date(reason, "due") + ".";
            case THREAD_BROKEN ->
                "A golden thread through this criterion has no accepted, current evidence for "
                        + fact(reason, "criterion") + ".";
        };
    }

    /** What to do about it. */
    String step(Reason reason) {
        Optional<ReasonCode> code = ReasonCode.of(reason.code());
        if (code.isEmpty()) {
            return reason.action();
        }
        return switch (code.get()) {
            case NOTHING_SUBMITTED -> "Submit the first evidence";
            case VOICE_MISSING -> "Submit evidence from " + voice(reason);
            case AWAITING_REVIEW -> "Review the evidence from " + voice(reason);
            case RETURNED -> "Correct the evidence from " + voice(reason) + " and submit it again";
            case LAPSED, LAPSES_SOON -> "Renew the evidence from " + voice(reason);
            case TEXT_CHANGED -> "Check the evidence from " + voice(reason) + " against the new wording";
            case MEASURE_BEYOND_LIMIT -> "Look into “" + measureTitle(reason) + "”";
            case COMPLAINT_OVERDUE -> "Answer the overdue complaint";
            case THREAD_BROKEN -> "Hang evidence for " + fact(reason, "criterion") + " on the golden thread";
        };
    }

    private String measure(Reason reason) {
        if (reason.facts().containsKey("register")) {
            return "%s: %s of %s since %s, beyond the limit of %s."
                    .formatted(
                            measureTitle(reason),
                            percent(reason.facts().get("share")),
                            fact(reason, "base"),
                            date(reason, "asOf"),
                            percent(reason.facts().get("limit")));
        }
        Map<?, ?> interval = reason.facts().get("interval") instanceof Map<?, ?> map ? map : Map.of();
        return "%s: %s of %s over the last 12 complete months and this one, beyond the limit of %s (95%% interval %s to %s)."
                .formatted(
                        measureTitle(reason),
                        percent(reason.facts().get("share")),
                        fact(reason, "base"),
                        percent(reason.facts().get("limit")),
                        percent(interval.get("lower")),
                        percent(interval.get("upper")));
    }

    private String measureTitle(Reason reason) {
        String code = fact(reason, "measure");
        return edition.stream()
                .flatMap(known -> known.measures().stream())
                .filter(measure -> measure.code().equals(code))
                .map(EditionMessage.Measure::title)
                .findFirst()
                .orElse(code);
    }

    private static String askedVoices(Reason reason) {
        return reason.facts().get("voices") instanceof List<?> voices
                ? BandWords.voices(voices.stream().map(String::valueOf).toList())
                : "";
    }

    private static String voice(Reason reason) {
        return BandWords.voice(fact(reason, "voice"));
    }

    private static String date(Reason reason, String name) {
        try {
            return BandWords.day(LocalDate.parse(fact(reason, name)));
        } catch (DateTimeParseException e) {
            return fact(reason, name);
        }
    }

    private static String fact(Reason reason, String name) {
        return String.valueOf(reason.facts().get(name));
    }

    private static String percent(@Nullable Object share) {
        return share instanceof Number number
                ? new BigDecimal(number.toString())
                                .multiply(BigDecimal.valueOf(PERCENT))
                                .setScale(1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + "%"
                : "?";
    }
}
