package org.ncsoversight.evidence.criteria;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what criteria-service says about editions and providers. */
@Component
class CriteriaListener {

    static final String STANDARD = "ncs.standard.v1";
    static final String PROVIDERS = "ncs.providers.v1";

    private final KnownStandard standard;
    private final KnownProviders providers;
    private final JsonMapper json;

    CriteriaListener(KnownStandard standard, KnownProviders providers, JsonMapper json) {
        this.standard = standard;
        this.providers = providers;
        this.json = json;
    }

    @KafkaListener(id = "standard", topics = STANDARD, idIsGroup = false)
    void standard(ConsumerRecord<String, @Nullable String> message) {
        var edition = read(
                EditionMessage.TYPE,
                message,
                text -> json.readValue(text, EditionMessage.class).toEdition());
        if (edition != null) {
            standard.keep(edition);
        }
    }

    @KafkaListener(id = "providers", topics = PROVIDERS, idIsGroup = false)
    void providers(ConsumerRecord<String, @Nullable String> message) {
        var provider = read(
                ProviderMessage.TYPE,
                message,
                text -> json.readValue(text, ProviderMessage.class).toProvider());
        if (provider != null) {
            providers.keep(provider);
        }
    }

    /** Null for another type on the same topic, and for a record that only says its key is gone. */
    private static <T> @Nullable T read(
            String type, ConsumerRecord<String, @Nullable String> message, Function<String, T> reader) {
        var header = message.headers().lastHeader("ce_type");
        if (header == null) {
            throw new UnreadableMessage(new IllegalArgumentException("no header ce_type"));
        }
        String text = message.value();
        if (text == null || !type.equals(new String(header.value(), StandardCharsets.UTF_8))) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (RuntimeException e) {
            throw new UnreadableMessage(e); // Nothing but this text decides, so trying again would end the same.
        }
    }
}
