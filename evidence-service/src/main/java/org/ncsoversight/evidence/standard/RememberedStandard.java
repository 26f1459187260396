package org.ncsoversight.evidence.standard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the editions, so that whoever looks at one row after another does not read them all for each.
 *
 * <p>What this process hears it knows at once; what another one heard, a few seconds later.
 */
public final class RememberedStandard implements KnownStandard {

    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(RememberedStandard.class);

    private record Remembered(List<Edition> editions, Instant at) {}

    private final KnownStandard kept;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Remembered remembered;

    public RememberedStandard(KnownStandard kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public void keep(Edition edition) {
        kept.keep(edition);
        reading.lock();
        try {
            read();
        } finally {
            reading.unlock();
        }
    }

    @Override
    public List<Edition> editions() {
        var known = remembered;
        if (known == null) {
            return first();
        }
        // One looks, the others go on with what is known.
        if (isOld(known) && reading.tryLock()) {
            try {
                return isOld(known) ? again(known) : known.editions();
            } finally {
                reading.unlock();
            }
        }
        return known.editions();
    }

    private List<Edition> first() {
        reading.lock();
        try {
            var known = remembered;
            return known == null ? read() : known.editions();
        } finally {
            reading.unlock();
        }
    }

    /** A store that does not answer now is asked again later: editions change seldom. */
    private List<Edition> again(Remembered known) {
        try {
            return read();
        } catch (StoreAway e) {
            log.atDebug().setCause(e).log("Editions could not be read again");
            remembered = new Remembered(known.editions(), clock.instant());
            return known.editions();
        }
    }

    private List<Edition> read() {
        var editions = List.copyOf(kept.editions());
        remembered = new Remembered(editions, clock.instant());
        return editions;
    }

    private boolean isOld(Remembered known) {
        return known.at().plus(LONGEST).isBefore(clock.instant());
    }
}
