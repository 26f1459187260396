package org.ncsoversight.evidence.readiness;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The reasons that are understood here, by their word on the topic. */
public enum ReasonCode {
    COMPLAINT_OVERDUE("complaint-overdue"),
    LAPSED("lapsed"),
    RETURNED("returned"),
    LAPSES_SOON("lapses-soon"),
    MEASURE_BEYOND_LIMIT("measure-beyond-limit"),
    TEXT_CHANGED("text-changed"),
    THREAD_BROKEN("thread-broken"),
    VOICE_MISSING("voice-missing"),
    NOTHING_SUBMITTED("nothing-submitted"),
    AWAITING_REVIEW("awaiting-review");

    private final String word;

    ReasonCode(String word) {
        this.word = word;
    }

    /** The facts it cannot be said without. */
    public List<String> facts() {
        return switch (this) {
            case COMPLAINT_OVERDUE -> List.of("due");
            case LAPSED, LAPSES_SOON -> List.of("voice", "date");
            case RETURNED, TEXT_CHANGED, VOICE_MISSING, AWAITING_REVIEW -> List.of("voice");
            case MEASURE_BEYOND_LIMIT -> List.of("measure", "share", "limit", "base");
            case THREAD_BROKEN -> List.of("thread", "criterion");
            case NOTHING_SUBMITTED -> List.of("voices");
        };
    }

    /** Whether a voice is not heard at all while it stands. */
    public boolean leavesVoiceUnheard() {
        return switch (this) {
            case LAPSED, RETURNED, VOICE_MISSING, NOTHING_SUBMITTED -> true;
            case COMPLAINT_OVERDUE, LAPSES_SOON, MEASURE_BEYOND_LIMIT, TEXT_CHANGED, THREAD_BROKEN, AWAITING_REVIEW ->
                false;
        };
    }

    /** Empty for one added after this was built. */
    public static Optional<ReasonCode> of(String word) {
        return Arrays.stream(values()).filter(code -> code.word.equals(word)).findFirst();
    }
}
