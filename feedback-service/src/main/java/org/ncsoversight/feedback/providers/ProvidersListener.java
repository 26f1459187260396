package org.ncsoversight.feedback.providers;

import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ncsoversight.feedback.model.Contract;
import org.ncsoversight.feedback.model.Provider;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.outbox.Received;
import org.ncsoversight.outbox.Unreadable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** Remembers what ncs.providers.v1 says; the record is acknowledged after it has been written down. */
@Component
class ProvidersListener {

    static final String TOPIC = "ncs.providers.v1";

    private final ProviderRegister register;
    private final JsonMapper json;

    ProvidersListener(ProviderRegister register, JsonMapper json) {
        this.register = register;
        this.json = json;
    }

    @KafkaListener(
            id = "feedback-service",
            topics = {TOPIC, Listening.REPLAYS})
    void hear(ConsumerRecord<byte[], byte[]> record) {
        var received = new Received(record);
        if (!received.topic().equals(TOPIC)) {
            throw new Unreadable(Unreadable.FIELD_REFUSED, "Nothing is heard from the topic of this replay");
        }
        switch (received.type()) {
            case ProviderMessage.TYPE -> {
                var message = read(received, ProviderMessage.class);
                register.remember(understood(() -> providerOf(message)), message.version());
            }
            case ContractMessage.TYPE -> {
                var message = read(received, ContractMessage.class);
                register.remember(understood(() -> contractOf(message)), message.version());
            }
            default -> {} // A type added after this service was built.
        }
    }

    /** Criteria-service gives every record a key; without one the topic would not keep the latest. */
    private <T> T read(Received received, Class<T> type) {
        String _ = received.key();
        try {
            return json.readValue(received.text(), type);
        } catch (StreamReadException e) {
            throw new Unreadable(Unreadable.VALUE_UNREADABLE, e.getOriginalMessage(), e);
        } catch (JacksonException e) {
            throw new Unreadable(Unreadable.FIELD_REFUSED, e.getOriginalMessage(), e);
        }
    }

    private static <T> T understood(Supplier<T> meaning) {
        try {
            return meaning.get();
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Unreadable.FIELD_REFUSED, String.valueOf(e.getMessage()), e);
        }
    }

    private static Provider providerOf(ProviderMessage message) {
        return new Provider(new Ukprn(message.ukprn()), message.name());
    }

    private static Contract contractOf(ContractMessage message) {
        return new Contract(
                new Touchpoint(message.touchpoint()),
                message.from(),
                Optional.ofNullable(message.to()),
                new Ukprn(message.prime()),
                message.subcontractors().stream().map(Ukprn::new).collect(toSet()));
    }
}
