package org.ncsoversight.reporting.folding;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.ncsoversight.reporting.contract.BandChangedMessage;
import org.ncsoversight.reporting.contract.FoldedMessage;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.heard.Hearing;
import org.ncsoversight.reporting.heard.Topics;

/**
 * Reads, folds, publishes. All names are spelt out: renaming one would orphan its state.
 *
 * <p>Topics keyed by UKPRN have the same number of partitions, so that one task sees everything of its providers.
 */
public final class ReadinessTopology {

    public static final String APPLICATION_ID = "ncs-reporting-readiness";
    public static final String DEAD_LETTERS = "ncs.reporting.dead-letters.v1";

    static final String EDITIONS_STORE = "editions";
    static final String LATEST_STORE = "latest";
    static final String TALLIES_STORE = "tallies";
    static final String FOLDED_STORE = "folded";
    static final String PUBLISHED_STORE = "published";

    static final String TO_READINESS = "to-readiness";
    static final String TO_CHANGES = "to-readiness-changes";
    static final String TO_FOLDED = "to-folded";

    private static final String FROM_PRODUCERS = "from-producers";
    private static final String FOLD = "fold";

    private ReadinessTopology() {}

    /**
     * What the topology is told from outside.
     *
     * @param clock says what day it is
     * @param drainInterval how long changed providers are gathered before they are computed once
     * @param deadLetters takes what could not be used
     * @param delays is told how long it took from a live fact to the readiness it changed
     * @param ticks nanoseconds of a clock that never jumps, to measure what computing costs
     */
    public record Surroundings(
            Hearing hearing,
            Clock clock,
            Duration drainInterval,
            DeadLetters deadLetters,
            Consumer<Duration> delays,
            LongSupplier ticks) {}

    public static Topology build(Surroundings surroundings) {
        Deserializer<String> keys = Serdes.String().deserializer();
        // Bytes, so that no record can fail before the fold has a chance to set it aside.
        Deserializer<byte[]> values = Serdes.ByteArray().deserializer();
        Serializer<String> keysOut = Serdes.String().serializer();
        Serializer<byte[]> valuesOut = Serdes.ByteArray().serializer();
        var commits = new CommitPace();

        return new Topology()
                .addGlobalStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.inMemoryKeyValueStore(EDITIONS_STORE), Serdes.String(), Serdes.String())
                                .withLoggingDisabled(),
                        "from-standard",
                        keys,
                        values,
                        Topics.STANDARD,
                        "keep-editions",
                        () -> new KeepEditions(surroundings.hearing()))
                .addSource(
                        AutoOffsetReset.earliest(),
                        FROM_PRODUCERS,
                        keys,
                        values,
                        Topics.PROVIDERS,
                        Topics.EVIDENCE,
                        Topics.FEEDBACK,
                        Topics.OUTCOMES,
                        Topics.REPLAYS)
                .addProcessor(FOLD, () -> new FoldAndPublish(surroundings, commits), FROM_PRODUCERS)
                .addStateStore(store(LATEST_STORE).withCachingDisabled(), FOLD)
                // Cached between commits: an import changes the same few tallies thousands of times.
                .addStateStore(store(TALLIES_STORE).withCachingEnabled(), FOLD)
                .addStateStore(store(FOLDED_STORE).withCachingEnabled(), FOLD)
                .addStateStore(store(PUBLISHED_STORE).withCachingDisabled(), FOLD)
                .addSink(TO_READINESS, ReadinessMessage.TOPIC, keysOut, valuesOut, FOLD)
                .addSink(TO_CHANGES, BandChangedMessage.TOPIC, keysOut, valuesOut, FOLD)
                .addSink(TO_FOLDED, FoldedMessage.TOPIC, keysOut, valuesOut, FOLD);
    }

    private static StoreBuilder<KeyValueStore<String, String>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.String());
    }
}
