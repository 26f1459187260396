package org.ncsoversight.evidence.counting;

import java.time.Clock;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.store.RegisterCountStore;

/** Makes the announcing for tests of those who use it. */
public final class Announcing {

    private Announcing() {}

    public static AnnounceCounts with(RegisterCountStore store, EditionInForce days, Clock clock) {
        return new AnnounceCounts(store, days, clock);
    }
}
