package org.ncsoversight.reporting.folding;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.ncsoversight.reporting.contract.BandChangedMessage;
import org.ncsoversight.reporting.contract.Folded;
import org.ncsoversight.reporting.contract.FoldedMessage;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.readiness.Readiness;

/** Publishes a provider's readiness when it differs from what was published last, with one version more. */
final class Publication {

    private final ProcessorContext<String, byte[]> context;
    private final Clock clock;
    private final KeyValueStore<String, String> published;

    Publication(ProcessorContext<String, byte[]> context, Clock clock) {
        this.context = context;
        this.clock = clock;
        this.published = context.getStateStore(ReadinessTopology.PUBLISHED_STORE);
    }

    /** True when readiness changed; what was folded is told in any case, on a topic of its own. */
    boolean publish(String ukprn, Readiness readiness, FactStores.Counted counted) {
        Folded folded = counted.folded();
        send(
                ReadinessTopology.TO_FOLDED,
                FoldedMessage.TYPE,
                ukprn,
                ukprn + "/" + counted.changes(),
                new FoldedMessage(ukprn, counted.changes(), folded));
        String known = published.get(ukprn);
        List<ReadinessMessage.Criterion> before = List.of();
        long version = 1;
        if (known != null) {
            ReadinessMessage last = Wire.JSON.readValue(known, ReadinessMessage.class);
            // Compared as written, because numbers read back are not the objects that were written.
            // What was folded is as of its version and makes none by itself: else every fact would be a new version.
            if (known.equals(json(ReadinessMessage.of(ukprn, last.version(), readiness, last.folded())))) {
                return false;
            }
            before = last.edition().equals(readiness.edition()) ? last.criteria() : List.of();
            version = last.version() + 1;
        }
        ReadinessMessage message = ReadinessMessage.of(ukprn, version, readiness, folded);
        published.put(ukprn, json(message));
        send(ReadinessTopology.TO_READINESS, ReadinessMessage.TYPE, ukprn, ukprn + "/" + version, message);
        for (BandChangedMessage change : BandChangedMessage.between(before, message)) {
            String name = ukprn + "/" + version + "/" + change.criterion();
            send(ReadinessTopology.TO_CHANGES, BandChangedMessage.TYPE, ukprn, name, change);
        }
        return true;
    }

    private void send(String sink, String type, String ukprn, String name, Object message) {
        Instant now = clock.instant();
        var record = new Record<>(
                ukprn,
                Wire.JSON.writeValueAsBytes(message),
                now.toEpochMilli(),
                CloudEventHeaders.of(type, name, ukprn, now));
        context.forward(record, sink);
    }

    private static String json(ReadinessMessage message) {
        return Wire.JSON.writeValueAsString(message);
    }
}
