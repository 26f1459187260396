package org.ncsoversight.reporting.readiness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** One thing that stands between a criterion and {@link Band#READY}, with the facts that make it so. */
public record Reason(ReasonCode code, Map<String, Object> facts) {

    /** Shares are told to this many places, so that a figure reads the same everywhere. */
    private static final int SHARE_PLACES = 4;

    static Reason nothingSubmitted(Collection<Voice> voices) {
        return with(
                ReasonCode.NOTHING_SUBMITTED,
                "voices",
                voices.stream().sorted().map(Voice::word).toList());
    }

    static Reason ofVoice(ReasonCode code, Voice voice) {
        return with(code, "voice", voice.word());
    }

    static Reason ofVoice(ReasonCode code, Voice voice, LocalDate date) {
        return with(code, "voice", voice.word(), "date", date.toString());
    }

    static Reason textChanged(Voice voice, int from, int to) {
        return with(ReasonCode.TEXT_CHANGED, "voice", voice.word(), "from", from, "to", to);
    }

    static Reason measureBeyondLimit(String measure, double share, BigDecimal limit, long base, Wilson interval) {
        return with(
                ReasonCode.MEASURE_BEYOND_LIMIT,
                "measure",
                measure,
                "share",
                told(share),
                "limit",
                limit,
                "base",
                base,
                "interval",
                factsOf("lower", told(interval.lower()), "upper", told(interval.upper())));
    }

    /** The same facts, with the register and since when it counts this; a count of all has no interval but itself. */
    static Reason stockBeyondLimit(ProviderFacts.Stock stock, BigDecimal limit) {
        BigDecimal share = told((double) stock.numerator() / stock.denominator());
        return with(
                ReasonCode.MEASURE_BEYOND_LIMIT,
                "measure",
                stock.measure(),
                "share",
                share,
                "limit",
                limit,
                "base",
                stock.denominator(),
                "interval",
                factsOf("lower", share, "upper", share),
                "register",
                stock.register(),
                "asOf",
                stock.asOf().toString());
    }

    static Reason complaintOverdue(ProviderFacts.Complaint complaint) {
        return with(
                ReasonCode.COMPLAINT_OVERDUE,
                "complaint",
                complaint.id(),
                "due",
                complaint.due().toString());
    }

    static Reason threadBroken(String thread, String criterion) {
        return with(ReasonCode.THREAD_BROKEN, "thread", thread, "criterion", criterion);
    }

    private static BigDecimal told(double share) {
        return BigDecimal.valueOf(share).setScale(SHARE_PLACES, RoundingMode.HALF_UP);
    }

    private static Reason with(ReasonCode code, Object... namesAndValues) {
        return new Reason(code, factsOf(namesAndValues));
    }

    // In a fixed order: the same facts must read the same on the wire, or they would look like a change.
    private static Map<String, Object> factsOf(Object... namesAndValues) {
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(facts);
    }
}
