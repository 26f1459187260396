package org.ncsoversight.reporting.readmodel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.ncsoversight.reporting.contract.BandChangedMessage;
import org.ncsoversight.reporting.contract.FoldedMessage;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.folding.DeadLetterCount;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what this service itself published; offsets are committed after the write.
 *
 * <p>Every instance reads all of it, so that the live pages of each hear everything; writing the same again changes
 * nothing.
 */
@Component
class ReadinessListener {

    /** Of the container that must have partitions in every instance. */
    static final String READINESS = "read-model-readiness";

    private final ReadinessStore store;
    private final FoldedStore folded;
    private final WriteWatch writes;
    private final Reading reading;
    private final ApplicationEventPublisher inProcess;
    private final DeadLetterCount unreadable;

    ReadinessListener(
            ReadinessStore store,
            FoldedStore folded,
            WriteWatch writes,
            Reading reading,
            ApplicationEventPublisher inProcess,
            DeadLetterCount unreadable) {
        this.store = store;
        this.folded = folded;
        this.writes = writes;
        this.reading = reading;
        this.inProcess = inProcess;
        this.unreadable = unreadable;
    }

    @KafkaListener(
            id = READINESS,
            groupId = "${reporting.read-model.group}-#{@instanceName.name()}",
            topics = {ReadinessMessage.TOPIC, BandChangedMessage.TOPIC, FoldedMessage.TOPIC},
            batch = "true")
    void keep(List<ConsumerRecord<String, byte[]>> records) {
        List<ReadinessMessage> states = new ArrayList<>();
        List<ReadinessStore.Change> changes = new ArrayList<>();
        List<FoldedMessage> counts = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            switch (record.topic()) {
                case ReadinessMessage.TOPIC ->
                    read(record, ReadinessMessage.class).ifPresent(states::add);
                case FoldedMessage.TOPIC -> read(record, FoldedMessage.class).ifPresent(counts::add);
                default ->
                    read(record, BandChangedMessage.class)
                            .ifPresent(change -> changes.add(new ReadinessStore.Change(recordedAt(record), change)));
            }
        }
        writes.watched(() -> {
            store.keepChanges(changes);
            store.keep(states);
            folded.keep(counts);
        });
        reading.kept(Instant.ofEpochMilli(records.getLast().timestamp()));
        states.forEach(state -> inProcess.publishEvent(new ReadinessKept(state.ukprn(), state.version())));
    }

    /** Only we write these topics, so something unreadable is our own mistake: counted, and the next state heals it. */
    private <M> Optional<M> read(ConsumerRecord<String, byte[]> record, Class<M> type) {
        if (record.value() == null) {
            // A key that was taken away; there is nothing to keep of it.
            return Optional.empty();
        }
        try {
            return Optional.of(Wire.JSON.readValue(record.value(), type));
        } catch (RuntimeException e) {
            unreadable.add(record.topic(), "value-unreadable");
            return Optional.empty();
        }
    }

    private static Instant recordedAt(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("ce_recordedtime");
        try {
            return header == null || header.value() == null
                    ? Instant.ofEpochMilli(record.timestamp())
                    : Instant.parse(new String(header.value(), StandardCharsets.UTF_8));
        } catch (DateTimeParseException e) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }
}
