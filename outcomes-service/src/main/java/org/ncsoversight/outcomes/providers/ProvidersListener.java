package org.ncsoversight.outcomes.providers;

import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.outcomes.model.Contract;
import org.ncsoversight.outcomes.model.Provider;
import org.ncsoversight.outcomes.model.ProviderRegister;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.model.Ukprn;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
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

    @KafkaListener(id = "providers", topics = TOPIC, idIsGroup = false)
    void hear(ConsumerRecord<String, @Nullable String> heard) {
        var header = heard.headers().lastHeader("ce_type");
        String type = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        switch (type) {
            case ProviderMessage.TYPE -> {
                var message = read(heard.value(), ProviderMessage.class);
                var provider = understood(() -> providerOf(message));
                register.remember(provider, message.version());
            }
            case ContractMessage.TYPE -> {
                var message = read(heard.value(), ContractMessage.class);
                var contract = understood(() -> contractOf(message));
                register.remember(contract, message.version());
            }
            case "" -> throw new Unreadable("no-type");
            default -> {} // A type added after this service was built.
        }
    }

    private <T> T read(@Nullable String value, Class<T> type) {
        if (value == null) {
            throw new Unreadable("no-value");
        }
        try {
            return json.readValue(value, type);
        } catch (JacksonException e) {
            throw new Unreadable("not-of-contract", e);
        }
    }

    private static <T> T understood(Supplier<T> meaning) {
        try {
            return meaning.get();
        } catch (IllegalArgumentException e) {
            throw new Unreadable("malformed-value", e);
        }
    }

    private static Provider providerOf(ProviderMessage message) {
        return new Provider(new Ukprn(message.ukprn()), message.name());
    }

    private static Contract contractOf(ContractMessage message) {
        return new Contract(
                new Touchpoint(message.touchpoint()),
                message.area(),
                message.from(),
                Optional.ofNullable(message.to()),
                new Ukprn(message.prime()),
                message.subcontractors().stream().map(Ukprn::new).collect(toSet()));
    }
}
