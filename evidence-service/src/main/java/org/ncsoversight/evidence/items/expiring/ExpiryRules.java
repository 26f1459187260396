package org.ncsoversight.evidence.items.expiring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.answering.ChangedText;
import org.ncsoversight.evidence.items.model.Approval;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.standard.Edition;

/**
 * Why accepted evidence no longer counts: a pure function of the item, what is known and a date.
 *
 * @param editions every edition heard of
 * @param graceInDays how long a changed text may go without a fresh look
 */
record ExpiryRules(List<Edition> editions, LocalDate today, int graceInDays) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /**
     * The reason for its history, if it has expired.
     *
     * @param newestOfDocument when the newest item for the same named document of the same provider was accepted
     */
    Optional<String> whyExpired(Evidence item, @Nullable Instant newestOfDocument) {
        if (item.state() != EvidenceState.ACCEPTED) {
            return Optional.empty();
        }
        return byDate(item).or(() -> byDocument(item, newestOfDocument)).or(() -> byText(item));
    }

    private Optional<String> byDate(Evidence item) {
        LocalDate reviewDate = item.content().reviewDate();
        return reviewDate.isBefore(today)
                ? Optional.of("Its review date, %s, has passed".formatted(DAY.format(reviewDate)))
                : Optional.empty();
    }

    private static Optional<String> byDocument(Evidence item, @Nullable Instant newest) {
        Approval approval = item.approval();
        boolean replaced = item.content().document() != null
                && newest != null
                && approval != null
                && approval.at().isBefore(newest);
        return replaced ? Optional.of("A newer version of the same document was accepted") : Optional.empty();
    }

    private Optional<String> byText(Evidence item) {
        return ChangedText.in(item.content(), editions).stream()
                .filter(changed -> isPastGrace(changed.now().textSince()))
                .findFirst()
                .map(changed ->
                        "The text of criterion %s has changed, and nobody confirmed within %d days that this still answers it"
                                .formatted(changed.now().code(), graceInDays));
    }

    /** A text of unknown age gets no deadline: nobody could have kept it. */
    private boolean isPastGrace(@Nullable LocalDate since) {
        return since != null && since.plusDays(graceInDays).isBefore(today);
    }
}
