package org.ncsoversight.reporting.readiness;

import java.util.Arrays;
import java.util.Optional;

/** Why a criterion is not ready, most urgent first; the words are promised on topics and never change. */
public enum ReasonCode {
    COMPLAINT_OVERDUE("complaint-overdue", Band.AT_RISK, "answer-complaint"),
    LAPSED("lapsed", Band.GATHERING, "renew-evidence"),
    RETURNED("returned", Band.GATHERING, "correct-and-resubmit"),
    LAPSES_SOON("lapses-soon", Band.AT_RISK, "renew-evidence"),
    MEASURE_BEYOND_LIMIT("measure-beyond-limit", Band.AT_RISK, "improve-measure"),
    TEXT_CHANGED("text-changed", Band.AT_RISK, "check-against-new-text"),
    THREAD_BROKEN("thread-broken", Band.AT_RISK, "complete-thread"),
    VOICE_MISSING("voice-missing", Band.GATHERING, "submit-evidence"),
    NOTHING_SUBMITTED("nothing-submitted", Band.NOT_STARTED, "submit-evidence"),
    AWAITING_REVIEW("awaiting-review", Band.SUBMITTED, "review-evidence");

    private final String word;
    private final Band holdsAt;
    private final String action;

    ReasonCode(String word, Band holdsAt, String action) {
        this.word = word;
        this.holdsAt = holdsAt;
        this.action = action;
    }

    public String word() {
        return word;
    }

    /** The best band a criterion can have while this reason stands. */
    public Band holdsAt() {
        return holdsAt;
    }

    /** The smallest action that removes the reason. */
    public String action() {
        return action;
    }

    /** Empty for a code added after this was built. */
    public static Optional<ReasonCode> of(String word) {
        return Arrays.stream(values()).filter(code -> code.word.equals(word)).findFirst();
    }
}
