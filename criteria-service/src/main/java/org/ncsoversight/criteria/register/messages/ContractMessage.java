package org.ncsoversight.criteria.register.messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.messages.Wire;
import org.ncsoversight.criteria.model.Period;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.Profile.Figure;
import org.ncsoversight.criteria.register.model.RegisterEvent.ContractRecorded;
import org.ncsoversight.outbox.OutboxEvent;

/** A contract as contracts/contract.v1 promises it. */
public record ContractMessage(
        String contract,
        long version,
        String touchpoint,
        String area,
        String from,
        @Nullable String to,
        String prime,
        List<String> subcontractors,
        List<AreaMessage> areas,
        List<ProfileYearMessage> profile) {

    record AreaMessage(String name, String from, @Nullable String to) {}

    record ProfileYearMessage(int year, String from, String to, Map<String, Integer> figures) {}

    static ContractMessage of(Contract contract) {
        return new ContractMessage(
                contract.id().value(),
                contract.version(),
                contract.touchpoint().value(),
                contract.area(),
                contract.period().from().toString(),
                contract.period().to().map(LocalDate::toString).orElse(null),
                contract.prime().value(),
                contract.subcontractors().stream().map(Ukprn::value).toList(),
                contract.areaNames().stream()
                        .map(area -> new AreaMessage(
                                area.name(),
                                area.period().from().toString(),
                                area.period().to().map(LocalDate::toString).orElse(null)))
                        .toList(),
                contract.profile().years().entrySet().stream()
                        .map(year -> profileYear(contract, year.getKey(), year.getValue()))
                        .toList());
    }

    private static ProfileYearMessage profileYear(Contract contract, int number, Map<Figure, Integer> figures) {
        var codes = new TreeMap<String, Integer>();
        figures.forEach((figure, value) -> codes.put(figure.code(), value));
        Period days = contract.year(number);
        return new ProfileYearMessage(
                number, days.from().toString(), days.to().orElseThrow().toString(), codes);
    }

    public static OutboxEvent event(ContractRecorded event) {
        return Wire.event(
                event.eventId(),
                event.recordedAt(),
                ProviderMessage.TOPIC,
                "org.ncsoversight.providers.contract.v1",
                event.contract().id().value(),
                of(event.contract()));
    }
}
