package org.ncsoversight.evidence.reporting;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ncsoversight.evidence.heard.ReadMessage;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.readiness.KnownReadiness;
import org.ncsoversight.outbox.Received;
import org.ncsoversight.outbox.Unreadable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the readiness that reporting-service publishes, and how far it had heard. */
@Component
public class ReadinessListener {

    public static final String READINESS = "ncs.reporting.readiness.v1";
    public static final String FOLDED = "ncs.reporting.folded.v1";

    private final KnownReadiness readiness;
    private final JsonMapper json;

    public ReadinessListener(KnownReadiness readiness, JsonMapper json) {
        this.readiness = readiness;
        this.json = json;
    }

    @KafkaListener(
            id = "readiness",
            topics = {READINESS, FOLDED},
            idIsGroup = false)
    void hear(ConsumerRecord<byte[], byte[]> record) {
        hear(new Received(record));
    }

    /** Also what is read again after a fix. */
    public void hear(Received received) {
        if (received.isOfType(ReadinessMessage.TYPE)) {
            var published = ReadMessage.of(
                    received,
                    text -> json.readValue(text, ReadinessMessage.class).toReadiness(received.time()));
            checkKey(received, published.provider());
            readiness.keep(published);
        } else if (received.isOfType(FoldedMessage.TYPE)) {
            var message = ReadMessage.of(received, text -> json.readValue(text, FoldedMessage.class));
            checkKey(received, message.provider());
            readiness.keepHeard(
                    message.provider(), message.version(), message.folded().toHeard(received.time()));
        }
    }

    /** Of another provider than the topic keeps it for, the newest would never be known. */
    private static void checkKey(Received received, ProviderId provider) {
        if (!received.key().equals(provider.ukprn())) {
            throw new Unreadable(Unreadable.FIELD_REFUSED, "The key is not the value's ukprn");
        }
    }
}
