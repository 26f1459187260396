package org.ncsoversight.reporting.readmodel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.ncsoversight.reporting.contract.BandChangedMessage;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.folding.DeadLetterCount;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Keeps what this service itself published; offsets are committed after the write. */
@Component
class ReadinessListener {

    private final ReadinessStore store;
    private final ApplicationEventPublisher inProcess;
    private final DeadLetterCount unreadable;

    ReadinessListener(ReadinessStore store, ApplicationEventPublisher inProcess, DeadLetterCount unreadable) {
        this.store = store;
        this.inProcess = inProcess;
        this.unreadable = unreadable;
    }

    @KafkaListener(
            id = "read-model-readiness",
            groupId = "${reporting.read-model.group}",
            topics = {ReadinessMessage.TOPIC, BandChangedMessage.TOPIC},
            batch = "true")
    void keep(List<ConsumerRecord<String, byte[]>> records) {
        List<ReadinessMessage> states = new ArrayList<>();
        List<ReadinessStore.Change> changes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.topic().equals(ReadinessMessage.TOPIC)) {
                read(record, ReadinessMessage.class).ifPresent(states::add);
            } else {
                read(record, BandChangedMessage.class)
                        .ifPresent(change -> changes.add(new ReadinessStore.Change(recordedAt(record), change)));
            }
        }
        store.keepChanges(changes);
        store.keep(states);
        states.forEach(state -> inProcess.publishEvent(new ReadinessKept(state.ukprn(), state.version())));
    }

    /** Only we write these topics, so something unreadable is our own mistake: counted, and the next state heals it. */
    private <M> Optional<M> read(ConsumerRecord<String, byte[]> record, Class<M> type) {
        try {
            return Optional.of(Wire.JSON.readValue(record.value(), type));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            unreadable.add(record.topic(), "value-unreadable");
            return Optional.empty();
        }
    }

    private static Instant recordedAt(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("ce_recordedtime");
        return header == null
                ? Instant.ofEpochMilli(record.timestamp())
                : Instant.parse(new String(header.value(), StandardCharsets.UTF_8));
    }
}
