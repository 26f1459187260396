package org.ncsoversight.evidence.registers.counting;

import java.time.Clock;
import java.util.UUID;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.RegisterCounts;
import org.ncsoversight.evidence.registers.store.RegisterCountStore;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts a register again and announces it if it counts differently; to be called after each change. */
@Component
public class AnnounceCounts {

    private static final Logger log = LoggerFactory.getLogger(AnnounceCounts.class);
    private static final int ATTEMPTS = 10;

    private final RegisterCountStore store;
    private final EditionInForce days;
    private final Clock clock;

    AnnounceCounts(RegisterCountStore store, EditionInForce days, Clock clock) {
        this.store = store;
        this.days = days;
        this.clock = clock;
    }

    /** Whether there was anything to announce. */
    public boolean recount(CountedRegister register, ProviderId provider) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // First the version, then what is counted: whoever counts older things than another loses the race.
            var last = store.lastAnnounced(provider, register.code())
                    .orElseGet(() -> RegisterCounts.none(provider, register.code()));
            var today = days.today();
            var now = register.counts(provider, today);
            if (last.sayTheSameAs(now)) {
                return false;
            }
            if (store.keep(last.recounted(now, today, clock.instant(), UUID.randomUUID()))) {
                return true;
            }
        }
        log.atWarn()
                .addKeyValue("register", register.code())
                .addKeyValue("ukprn", provider)
                .log("Counting left to the next pass");
        return false;
    }
}
