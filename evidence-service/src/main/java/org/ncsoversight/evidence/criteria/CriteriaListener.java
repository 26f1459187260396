package org.ncsoversight.evidence.criteria;

import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ncsoversight.evidence.heard.ReadMessage;
import org.ncsoversight.evidence.items.contract.EvidenceMessage;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.reporting.ReadinessListener;
import org.ncsoversight.evidence.standard.EditionHeard;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.ncsoversight.outbox.Received;
import org.ncsoversight.outbox.Unreadable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what criteria-service says about editions and providers, and hears what is read again after a fix. */
@Component
class CriteriaListener {

    static final String STANDARD = "ncs.standard.v1";
    static final String PROVIDERS = "ncs.providers.v1";

    private final KnownStandard standard;
    private final KnownProviders providers;
    private final JsonMapper json;
    private final ApplicationEventPublisher listeners;
    private final ReadinessListener readiness;

    CriteriaListener(
            KnownStandard standard,
            KnownProviders providers,
            JsonMapper json,
            ApplicationEventPublisher listeners,
            ReadinessListener readiness) {
        this.standard = standard;
        this.providers = providers;
        this.json = json;
        this.listeners = listeners;
        this.readiness = readiness;
    }

    @KafkaListener(
            id = "criteria",
            topics = {STANDARD, PROVIDERS, Listening.REPLAYS},
            idIsGroup = false)
    void hear(ConsumerRecord<byte[], byte[]> record) {
        var received = new Received(record);
        switch (received.topic()) {
            case STANDARD -> standard(received);
            case PROVIDERS -> providers(received);
            // Whoever here listens to our own topic hears its replays by this; the same twice changes nothing.
            case EvidenceMessage.TOPIC -> listeners.publishEvent(received);
            case ReadinessListener.READINESS, ReadinessListener.FOLDED -> readiness.hear(received);
            default -> throw new Unreadable(Unreadable.FIELD_REFUSED, "Nothing is heard from the topic of this replay");
        }
    }

    private void standard(Received received) {
        if (received.isOfType(EditionMessage.TYPE)) {
            var edition = ReadMessage.of(
                    received, text -> json.readValue(text, EditionMessage.class).toEdition());
            var before = standard.edition(edition.code()).orElse(null);
            standard.keep(edition.after(before, dayOf(received)));
            listeners.publishEvent(new EditionHeard(edition.code()));
        }
    }

    private void providers(Received received) {
        if (received.isOfType(ProviderMessage.TYPE)) {
            providers.keep(ReadMessage.of(
                    received,
                    text -> json.readValue(text, ProviderMessage.class).toProvider()));
        }
    }

    /** The day it was published, in England. */
    private static LocalDate dayOf(Received received) {
        return England.dayOf(received.time());
    }
}
