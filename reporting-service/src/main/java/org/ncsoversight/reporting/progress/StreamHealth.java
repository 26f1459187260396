package org.ncsoversight.reporting.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams.State;
import org.ncsoversight.reporting.folding.StreamSettings;
import org.ncsoversight.reporting.folding.StreamWatch;
import org.ncsoversight.reporting.readmodel.WriteWatch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when what is shown grows old though Kafka is there; with Kafka away what is known stays readable. */
@Component("stream")
class StreamHealth implements HealthIndicator {

    /** So many failures within the time below are a loop. */
    static final int FAILURES_OF_A_LOOP = 3;

    static final Duration LOOP = Duration.ofMinutes(3);

    private final StreamSettings settings;
    private final StreamWatch stream;
    private final ProgressWatch progress;
    private final WriteWatch writes;

    StreamHealth(StreamSettings settings, StreamWatch stream, ProgressWatch progress, WriteWatch writes) {
        this.settings = settings;
        this.stream = stream;
        this.progress = progress;
        this.writes = writes;
    }

    /**
     * What health is told from.
     *
     * @param failures within {@link #LOOP}
     * @param kafka whether the brokers answer
     */
    record Signs(
            State state,
            Duration inState,
            int failures,
            Optional<String> nameTaken,
            boolean kafka,
            Duration stalled,
            Duration withoutPartitions,
            Duration refusingWrites) {

        List<String> complaints(Duration limit) {
            List<String> complaints = new ArrayList<>();
            nameTaken.ifPresent(complaints::add);
            if (kafka && failures >= FAILURES_OF_A_LOOP) {
                complaints.add("The stream failed " + failures + " times within " + LOOP);
            }
            if (refusingWrites.compareTo(limit) > 0) {
                complaints.add("The read model has refused writes for " + refusingWrites);
            }
            if (kafka && state != State.RUNNING && inState.compareTo(limit) > 0) {
                complaints.add("The stream has been " + state + " for " + inState);
            }
            if (kafka && stalled.compareTo(limit) > 0) {
                complaints.add("The stream has not gone on for " + stalled);
            }
            if (kafka && withoutPartitions.compareTo(limit) > 0) {
                complaints.add("The read model has had nothing to read for " + withoutPartitions);
            }
            return complaints;
        }
    }

    @Override
    public Health health() {
        var signs = new Signs(
                stream.state(),
                stream.inState(),
                stream.failuresWithin(LOOP),
                stream.nameTaken(),
                progress.canTell(),
                progress.stalled(),
                progress.withoutPartitions(),
                writes.refusing());
        List<String> complaints = signs.complaints(settings.downAfter());
        return (complaints.isEmpty() ? Health.up() : Health.down().withDetail("complaints", complaints))
                .withDetail("state", signs.state())
                .build();
    }
}
