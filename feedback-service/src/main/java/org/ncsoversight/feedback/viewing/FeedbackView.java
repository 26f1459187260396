package org.ncsoversight.feedback.viewing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.feedback.security.VisibleProviders;

/** Reads what has been kept, the way people look at it. */
public interface FeedbackView {

    /** Answers to the overall question in one month, uncut: see {@link MonthFigure}. */
    record MonthCount(YearMonth month, long answers, long positive) {}

    record ShopLine(UUID id, Ukprn provider, LocalDate shopDate, String wave, int score, int maxScore) {}

    record ImportLine(UUID id, Instant startedAt, FileOwner owner, boolean refused, int rows, int rejected) {}

    /** Newest first. */
    List<MonthCount> months(VisibleProviders visible);

    /** Newest first. */
    List<ShopLine> shops(VisibleProviders visible, int limit);

    /** Newest first; refused and applied ones. */
    List<ImportLine> imports(VisibleProviders visible, int limit);
}
