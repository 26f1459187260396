package org.ncsoversight.criteria.messages;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.register.Contract;
import org.ncsoversight.criteria.model.register.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.model.register.Ukprn;
import org.ncsoversight.outbox.OutboxEvent;

/** A contract as contracts/contract.v1 promises it. */
record ContractMessage(
        String contract,
        long version,
        String touchpoint,
        String area,
        String from,
        @Nullable String to,
        String prime,
        List<String> subcontractors) {

    static ContractMessage of(Contract contract) {
        return new ContractMessage(
                contract.id().value(),
                contract.version(),
                contract.touchpoint().value(),
                contract.area(),
                contract.period().from().toString(),
                contract.period().to().map(LocalDate::toString).orElse(null),
                contract.prime().value(),
                contract.subcontractors().stream().map(Ukprn::value).toList());
    }

    static OutboxEvent event(ContractRecorded event) {
        return Wire.event(
                event.eventId(),
                event.recordedAt(),
                Announcements.PROVIDERS_TOPIC,
                "org.ncsoversight.providers.contract.v1",
                event.contract().id().value(),
                of(event.contract()));
    }
}
