package org.ncsoversight.reporting.heard;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.contract.Wire;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Turns a record into what it says, or into the reason why it says nothing usable; never throws. */
@Component
public class Hearing {

    private static final String TYPE_HEADER = "ce_type";
    private static final String EDITION = "org.ncsoversight.standard.edition.v1";

    /** Any record of any topic read here. */
    public Heard hear(@Nullable String key, Headers headers, byte @Nullable [] value) {
        Optional<String> type = typeIn(headers);
        if (type.isEmpty()) {
            return new Heard.Unreadable("type-missing", "No header " + TYPE_HEADER);
        }
        if (key == null || value == null) {
            return new Heard.Unreadable("empty", "Neither key nor value may be missing");
        }
        return type.get().equals(EDITION) || value.length <= Limits.FACT_IN_BYTES
                ? read(type.get(), key, value)
                : new Heard.Unreadable("too-large", "The value has " + value.length + " bytes");
    }

    private Heard read(String type, String key, byte[] value) {
        return switch (type) {
            case EDITION -> read(value, key, EditionMessage.class, this::edition);
            case "org.ncsoversight.providers.provider.v1" ->
                read(value, key, ProviderMessage.class, message -> said(message.ukprn(), new Heard.Provider(message)));
            case "org.ncsoversight.providers.contract.v1" ->
                read(
                        value,
                        key,
                        ContractMessage.class,
                        message -> said(message.contract(), new Heard.Contract(message)));
            case "org.ncsoversight.evidence.submitted.v1",
                    "org.ncsoversight.evidence.review-started.v1",
                    "org.ncsoversight.evidence.review-released.v1",
                    "org.ncsoversight.evidence.reaffirmed.v1",
                    "org.ncsoversight.evidence.superseded.v1",
                    "org.ncsoversight.evidence.expired.v1",
                    "org.ncsoversight.evidence.accepted.v1",
                    "org.ncsoversight.evidence.returned.v1",
                    "org.ncsoversight.evidence.withdrawn.v1" ->
                read(value, key, EvidenceMessage.class, message -> said(message.asFact()));
            case "org.ncsoversight.evidence.thread-changed.v1" ->
                read(value, key, ThreadMessage.class, message -> said(message.asFact()));
            case "org.ncsoversight.evidence.register-counted.v1" ->
                read(value, key, RegisterMessage.class, message -> said(message.asFact()));
            case "org.ncsoversight.feedback.response-recorded.v1" ->
                read(value, key, ResponseMessage.class, message -> said(message.asFact()));
            case "org.ncsoversight.feedback.shop-recorded.v1" ->
                read(value, key, ShopMessage.class, message -> said(message.asFact()));
            case "org.ncsoversight.outcomes.claim-recorded.v1" ->
                read(value, key, ClaimMessage.class, message -> said(message.asFact()));
            default -> new Heard.Unknown(type);
        };
    }

    private Said edition(EditionMessage message) {
        // Made once here so that an edition nobody can compute with is refused at the door.
        var _ = message.asEdition();
        return said(message.edition(), new Heard.Edition(message));
    }

    private static Said said(Heard.Fact fact) {
        return said(fact.ukprn(), fact);
    }

    private static Said said(String key, Heard heard) {
        return new Said(key, heard);
    }

    private record Said(String key, Heard heard) {}

    private <M> Heard read(byte[] value, String key, Class<M> type, Function<M, Said> meaning) {
        try {
            Said said = meaning.apply(Wire.JSON.readValue(value, type));
            // The key decides the partition, and with it who else can see the fact.
            return said.key().equals(key)
                    ? said.heard()
                    : new Heard.Unreadable("key-differs", "The key is " + key + ", the value says " + said.key());
        } catch (JacksonException e) {
            return new Heard.Unreadable("value-unreadable", e.getOriginalMessage());
        } catch (RuntimeException e) {
            // Whatever a value makes our own code say, no record may stop the stream.
            return new Heard.Unreadable("value-unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> typeIn(Headers headers) {
        Header header = headers.lastHeader(TYPE_HEADER);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
