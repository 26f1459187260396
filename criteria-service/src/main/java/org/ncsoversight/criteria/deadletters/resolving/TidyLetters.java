package org.ncsoversight.criteria.deadletters.resolving;

import java.time.Clock;
import org.ncsoversight.criteria.deadletters.store.LetterStore;
import org.ncsoversight.criteria.settings.CriteriaSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes letters that were closed long ago, and the oldest when there are too many. */
@Component
class TidyLetters {

    private final LetterStore letters;
    private final CriteriaSettings.DeadLetters settings;
    private final Clock clock;

    TidyLetters(LetterStore letters, CriteriaSettings settings, Clock clock) {
        this.letters = letters;
        this.settings = settings.deadLetters();
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${criteria.dead-letters.tidy-interval}",
            fixedDelayString = "${criteria.dead-letters.tidy-interval}")
    void tidy() {
        letters.tidy(clock.instant().minus(settings.closedKeptFor()), settings.openKept());
    }
}
