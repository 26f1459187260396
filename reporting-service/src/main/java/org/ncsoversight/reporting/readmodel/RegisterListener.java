package org.ncsoversight.reporting.readmodel;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.ncsoversight.reporting.folding.DeadLetter;
import org.ncsoversight.reporting.folding.DeadLetterCount;
import org.ncsoversight.reporting.folding.ReadinessTopology;
import org.ncsoversight.reporting.heard.Heard;
import org.ncsoversight.reporting.heard.Hearing;
import org.ncsoversight.reporting.heard.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Keeps the names, contracts and editions that pages show. */
@Component
class RegisterListener {

    private final RegisterStore store;
    private final Hearing hearing;
    private final KafkaTemplate<String, byte[]> kafka;
    private final DeadLetterCount deadLetters;

    RegisterListener(
            RegisterStore store, Hearing hearing, KafkaTemplate<String, byte[]> kafka, DeadLetterCount deadLetters) {
        this.store = store;
        this.hearing = hearing;
        this.kafka = kafka;
        this.deadLetters = deadLetters;
    }

    @KafkaListener(
            id = "read-model-registers",
            groupId = "${reporting.read-model.group}",
            topics = {Topics.STANDARD, Topics.PROVIDERS})
    void keep(ConsumerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        switch (hearing.hear(record.key(), record.headers(), record.value())) {
            case Heard.Edition(var edition) -> store.keep(edition);
            case Heard.Provider(var provider) -> store.keep(provider);
            case Heard.Contract(var contract) -> store.keep(contract);
            case Heard.Unreadable unreadable -> setAside(record, unreadable);
            case Heard.Fact _, Heard.Unknown _ -> {}
        }
    }

    /** The stream sets aside what it reads itself; it cannot do so for editions, which it reads as a global store. */
    private void setAside(ConsumerRecord<String, byte[]> record, Heard.Unreadable unreadable)
            throws ExecutionException, InterruptedException {
        if (record.topic().equals(Topics.STANDARD)) {
            var origin = new DeadLetter.Origin(record.topic(), record.partition(), record.offset());
            kafka.send(new ProducerRecord<>(
                            ReadinessTopology.DEAD_LETTERS,
                            null,
                            record.key(),
                            record.value(),
                            DeadLetter.headers(record.headers(), origin, unreadable)))
                    .get();
            deadLetters.add(record.topic(), unreadable.reason());
        }
    }
}
