package org.ncsoversight.evidence.model.campaign;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far one provider has come with a campaign. */
public enum Progress {
    ANSWERED,
    NOTHING_TO_SEND,
    /** Not answered, and the due date is over. */
    LATE,
    NOT_STARTED;

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

    public static Progress of(Campaign campaign, @Nullable CampaignAnswer answer, LocalDate today) {
        if (answer != null) {
            return answer.reply().evidence() == null ? NOTHING_TO_SEND : ANSWERED;
        }
        return campaign.isLateOn(today) ? LATE : NOT_STARTED;
    }
}
