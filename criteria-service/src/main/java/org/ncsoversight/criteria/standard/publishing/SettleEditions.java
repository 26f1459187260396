package org.ncsoversight.criteria.standard.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets editions end as those that follow them say, and marks them superseded once they have; safe to repeat.
 *
 * <p>A new edition is one write and the end of the one before is another; what a crash leaves between is done here.
 */
@Component
public class SettleEditions {

    private static final Logger log = LoggerFactory.getLogger(SettleEditions.class);

    private final EditionStore editions;
    private final Clock clock;

    public SettleEditions(EditionStore editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${criteria.settle-interval}", fixedDelayString = "${criteria.settle-interval}")
    public void settle() {
        lastDays().forEach(this::end);
        LocalDate today = LocalDate.now(clock);
        editions.all().stream()
                .filter(edition -> edition.state() == Edition.State.IN_FORCE)
                .filter(edition -> edition.inForceTo().filter(today::isAfter).isPresent())
                .forEach(edition -> keep(edition.superseded()));
    }

    // Of two that follow the same, the one in force first ends it.
    private Map<EditionId, LocalDate> lastDays() {
        var days = new LinkedHashMap<EditionId, LocalDate>();
        editions.all()
                .forEach(edition -> edition.replaces()
                        .ifPresent(earlier -> days.putIfAbsent(earlier.edition(), earlier.lastDay())));
        return days;
    }

    private void end(EditionId earlier, LocalDate lastDay) {
        editions.find(earlier)
                .filter(edition -> !edition.inForceTo().equals(Optional.of(lastDay)))
                .ifPresent(edition -> keep(edition.endingOn(lastDay)));
    }

    // When another instance of this service came first, it kept the same.
    private void keep(Edition next) {
        if (editions.replace(EditionPublished.following(UUID.randomUUID(), clock.instant(), next, editions))) {
            log.atInfo()
                    .addKeyValue("edition", next.id().value())
                    .addKeyValue("state", next.state().code())
                    .log("Edition settled");
        }
    }
}
