package org.ncsoversight.feedback.viewing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.feedback.viewing.FeedbackView.MonthCount;

/**
 * One month as it may be shown: with fewer than {@value #SMALLEST_BASE} answers, neither the share nor the base.
 *
 * @param share of answers that are positive, from 0 to 1
 */
public record MonthFigure(
        YearMonth month,

        @Schema(description = "How many answers there were; null when suppressed.", minimum = "10") @Nullable
        Long answers,

        @Schema(description = "How many of them were positive; null when suppressed.", minimum = "0") @Nullable
        Long positive,

        @Schema(description = "Positive ones of all, 0 to 1; null when suppressed.", minimum = "0", maximum = "1")
        @Nullable
        Double share,

        @Schema(description = "Whether there were too few answers to tell of them.")
        boolean suppressed) {

    /** Fewer answers than this would tell of persons. */
    public static final int SMALLEST_BASE = 10;

    static MonthFigure of(MonthCount count) {
        if (count.answers() < SMALLEST_BASE) {
            return new MonthFigure(count.month(), null, null, null, true);
        }
        return new MonthFigure(
                count.month(), count.answers(), count.positive(), (double) count.positive() / count.answers(), false);
    }

    /** For people, for example 87%. */
    public String percent() {
        return share == null ? "" : "%d%%".formatted(Math.round(share * 100));
    }
}
