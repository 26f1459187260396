package org.ncsoversight.evidence.together.model;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.EvidenceId;

/** How far one provider has come with a campaign. */
public enum Progress {
    ANSWERED,
    NOTHING_TO_SEND,
    /** Not answered, or no more, and the due date is over. */
    LATE,
    NOT_STARTED;

    private static final Set<EvidenceState> TAKEN_BACK = EnumSet.of(EvidenceState.WITHDRAWN, EvidenceState.RETURNED);

    public boolean waits() {
        return this == LATE || this == NOT_STARTED;
    }

    /** The word used in JSON and in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Progress> of(String word) {
        for (Progress one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** An item that was withdrawn or returned after it was sent answers nothing any more. */
    public static Progress of(
            Campaign campaign,
            @Nullable CampaignAnswer answer,
            Map<EvidenceId, EvidenceState> states,
            LocalDate today) {
        @Nullable EvidenceId item = answer == null ? null : answer.reply().evidence();
        if (answer != null && item == null) {
            return NOTHING_TO_SEND;
        }
        if (item != null && !TAKEN_BACK.contains(states.getOrDefault(item, EvidenceState.SUBMITTED))) {
            return ANSWERED;
        }
        return campaign.isLateOn(today) ? LATE : NOT_STARTED;
    }
}
