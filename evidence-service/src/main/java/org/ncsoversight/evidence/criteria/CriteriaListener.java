package org.ncsoversight.evidence.criteria;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.standard.EditionHeard;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher listeners;

    CriteriaListener(
            KnownStandard standard, KnownProviders providers, JsonMapper json, ApplicationEventPublisher listeners) {
        this.standard = standard;
        this.providers = providers;
        this.json = json;
        this.listeners = listeners;
    }

    @KafkaListener(id = "standard", topics = STANDARD, idIsGroup = false)
    void standard(ConsumerRecord<String, @Nullable String> message) {
        var edition = read(
                EditionMessage.TYPE,
                message,
                text -> json.readValue(text, EditionMessage.class).toEdition());
        if (edition != null) {
            var before = standard.edition(edition.code()).orElse(null);
            standard.keep(edition.after(before, dayOf(message)));
            listeners.publishEvent(new EditionHeard(edition.code()));
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

    /** The day it was published, in England; the broker's time where the record says nothing. */
    private static LocalDate dayOf(ConsumerRecord<String, @Nullable String> message) {
        var header = message.headers().lastHeader("ce_time");
        var time = Instant.ofEpochMilli(Math.max(0, message.timestamp()));
        if (header != null) {
            try {
                time = Instant.parse(new String(header.value(), StandardCharsets.UTF_8));
            } catch (DateTimeParseException e) {
                throw new UnreadableMessage(e);
            }
        }
        return LocalDate.ofInstant(time, ZoneId.of("Europe/London"));
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
