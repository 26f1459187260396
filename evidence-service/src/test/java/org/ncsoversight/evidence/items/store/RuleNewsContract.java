package org.ncsoversight.evidence.items.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of news must do. */
public abstract class RuleNewsContract {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private RuleNews news;

    protected abstract RuleNews news();

    @BeforeEach
    void open() {
        news = news();
    }

    @Test
    void a_new_day_asks_for_the_rules_once() {
        news.answered(news.pending(TODAY).orElseThrow());

        assertThat(news.pending(TODAY)).isEmpty();
        assertThat(news.pending(TODAY.plusDays(1))).isPresent();
    }

    @Test
    void what_was_heard_stays_until_it_is_answered() {
        news.answered(news.pending(TODAY).orElseThrow());
        news.heard();

        assertThat(news.pending(TODAY)).isPresent();
        assertThat(news.pending(TODAY)).as("for somebody else too").isPresent();
        news.answered(news.pending(TODAY).orElseThrow());
        assertThat(news.pending(TODAY)).isEmpty();
    }

    @Test
    void what_was_heard_while_the_rules_were_applied_is_not_answered_by_that() {
        var first = news.pending(TODAY).orElseThrow();
        news.heard();

        news.answered(first);

        assertThat(news.pending(TODAY)).isPresent();
    }
}
