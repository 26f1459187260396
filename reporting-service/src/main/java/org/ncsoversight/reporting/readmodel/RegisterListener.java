package org.ncsoversight.reporting.readmodel;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ncsoversight.reporting.folding.DeadLetters;
import org.ncsoversight.reporting.heard.Heard;
import org.ncsoversight.reporting.heard.Hearing;
import org.ncsoversight.reporting.heard.Origin;
import org.ncsoversight.reporting.heard.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the names, contracts and editions that pages show; all instances share the work. */
@Component
class RegisterListener {

    private final RegisterStore store;
    private final Hearing hearing;
    private final WriteWatch writes;
    private final DeadLetters deadLetters;

    RegisterListener(RegisterStore store, Hearing hearing, WriteWatch writes, DeadLetters deadLetters) {
        this.store = store;
        this.hearing = hearing;
        this.writes = writes;
        this.deadLetters = deadLetters;
    }

    @KafkaListener(
            id = "read-model-registers",
            groupId = "${reporting.read-model.group}",
            topics = {Topics.STANDARD, Topics.PROVIDERS, Topics.REPLAYS})
    void keep(ConsumerRecord<String, byte[]> record) {
        switch (hearing.hear(record.key(), record.headers(), record.value())) {
            case Heard.Edition(var edition) -> writes.watched(() -> store.keep(edition));
            case Heard.Provider(var provider) -> writes.watched(() -> store.keep(provider));
            case Heard.Contract(var contract) -> writes.watched(() -> store.keep(contract));
            case Heard.Unreadable unreadable -> setAside(record, unreadable);
            case Heard.Fact _, Heard.Unknown _ -> {}
        }
    }

    /** The stream sets aside what it reads itself; it cannot do so for editions, which it reads as a global store. */
    private void setAside(ConsumerRecord<String, byte[]> record, Heard.Unreadable unreadable) {
        Origin.of(record.topic(), record.partition(), record.offset(), record.headers())
                .filter(origin -> origin.topic().equals(Topics.STANDARD))
                .ifPresent(_ -> deadLetters.setAside(
                        new Origin(record.topic(), record.partition(), record.offset()),
                        record.key(),
                        record.value(),
                        record.headers(),
                        unreadable));
    }
}
