package org.ncsoversight.evidence.registers.counting;

import java.time.Clock;
import org.ncsoversight.evidence.registers.store.RegisterCountStore;
import org.ncsoversight.evidence.standard.EditionInForce;

/** Makes the announcing for tests of those who use it. */
public final class Announcing {

    private Announcing() {}

    public static AnnounceCounts with(RegisterCountStore store, EditionInForce days, Clock clock) {
        return new AnnounceCounts(store, days, clock);
    }
}
