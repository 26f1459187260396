package org.ncsoversight.criteria.register.messages;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.messages.Wire;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.register.model.accreditation.Accreditation;
import org.ncsoversight.outbox.OutboxEvent;

/** A provider as contracts/provider.v1 promises it. */
public record ProviderMessage(
        String ukprn,
        long version,
        String name,
        String kind,
        @Nullable AccreditationMessage accreditation,
        List<NameMessage> names,
        @Nullable SuccessionMessage succeededBy) {

    static final String TOPIC = "ncs.providers.v1";

    record NameMessage(String name, @Nullable String from) {}

    record SuccessionMessage(String ukprn, String on) {}

    record AccreditationMessage(String edition, String accreditedOn) {

        static AccreditationMessage of(Accreditation accreditation) {
            return new AccreditationMessage(
                    accreditation.edition().value(),
                    accreditation.accreditedOn().toString());
        }
    }

    static ProviderMessage of(Provider provider) {
        return new ProviderMessage(
                provider.ukprn().value(),
                provider.version(),
                provider.name(),
                provider.kind().code(),
                provider.accreditation().map(AccreditationMessage::of).orElse(null),
                provider.names().entries().stream()
                        .map(entry -> new NameMessage(
                                entry.name(),
                                entry.from().map(LocalDate::toString).orElse(null)))
                        .toList(),
                provider.succeededBy()
                        .map(merger -> new SuccessionMessage(
                                merger.by().value(), merger.on().toString()))
                        .orElse(null));
    }

    // Spelt out, never derived from a class name: renaming a class must not change the wire.
    public static OutboxEvent event(ProviderRecorded event) {
        return Wire.event(
                event.eventId(),
                event.recordedAt(),
                TOPIC,
                "org.ncsoversight.providers.provider.v1",
                event.provider().ukprn().value(),
                of(event.provider()));
    }
}
