package org.ncsoversight.deploy.launch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Whether a server that died is started again, and after which pause. */
final class RestartPolicy {

    /** What is done about a death. */
    sealed interface Decision {

        record StartAgain(Duration pause, int deaths) implements Decision {}

        record GiveUp(int deaths) implements Decision {}
    }

    static final int DEATHS = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    /** Who lived that long after its last death did not die of the same thing: the pauses begin anew. */
    static final Duration STEADY = Duration.ofMinutes(1);

    /** After the first death in a row, the second, and so on. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15));

    private final InstantSource clock;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private int inARow;

    RestartPolicy(InstantSource clock) {
        this.clock = clock;
    }

    /** It died just now. */
    Decision died() {
        Instant now = clock.instant();
        boolean wasSteady = deaths.isEmpty() || !deaths.getLast().isAfter(now.minus(STEADY));
        inARow = wasSteady ? 1 : inARow + 1;
        deaths.add(now);
        deaths.removeIf(death -> !death.isAfter(now.minus(WITHIN)));
        return deaths.size() >= DEATHS
                ? new Decision.GiveUp(deaths.size())
                : new Decision.StartAgain(PAUSES.get(inARow - 1), deaths.size());
    }
}
