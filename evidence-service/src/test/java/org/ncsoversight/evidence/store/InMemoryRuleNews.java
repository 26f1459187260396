package org.ncsoversight.evidence.store;

import java.time.LocalDate;
import java.util.Optional;
import org.ncsoversight.evidence.items.store.RuleNews;

/** The twin of the one in MongoDB. */
public final class InMemoryRuleNews implements RuleNews {

    private long heard;
    private long answered;
    private LocalDate day = LocalDate.MIN;

    @Override
    public synchronized void heard() {
        heard++;
    }

    @Override
    public synchronized Optional<Pending> pending(LocalDate today) {
        return heard <= answered && today.equals(day) ? Optional.empty() : Optional.of(new Pending(heard, today));
    }

    @Override
    public synchronized void answered(Pending pending) {
        answered = Math.max(answered, pending.news());
        day = day.isBefore(pending.day()) ? pending.day() : day;
    }
}
