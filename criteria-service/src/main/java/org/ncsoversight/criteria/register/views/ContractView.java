package org.ncsoversight.criteria.register.views;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.Profile.Figure;

/** A contract as JSON. */
public record ContractView(
        String contract,
        long version,
        String touchpoint,
        String area,
        LocalDate from,
        @Nullable LocalDate to,
        String prime,
        List<String> subcontractors,
        List<Area> areas,
        List<Year> profile) {

    /** A name of the area and the days on which it applies. */
    public record Area(
            String name, LocalDate from, @Nullable LocalDate to) {}

    /** What is expected of a contract year. */
    public record Year(int year, LocalDate from, LocalDate to, Map<String, Integer> figures) {}

    public static ContractView of(Contract contract) {
        return of(contract, contract.area());
    }

    /** With the name that the area had on a day. */
    public static ContractView on(LocalDate day, Contract contract) {
        return of(contract, contract.areaOn(day));
    }

    private static ContractView of(Contract contract, String area) {
        return new ContractView(
                contract.id().value(),
                contract.version(),
                contract.touchpoint().value(),
                area,
                contract.period().from(),
                contract.period().to().orElse(null),
                contract.prime().value(),
                contract.subcontractors().stream().map(Ukprn::value).toList(),
                contract.areaNames().stream()
                        .map(named -> new Area(
                                named.name(),
                                named.period().from(),
                                named.period().to().orElse(null)))
                        .toList(),
                contract.profile().years().entrySet().stream()
                        .map(year -> year(contract, year.getKey(), year.getValue()))
                        .toList());
    }

    private static Year year(Contract contract, int number, Map<Figure, Integer> figures) {
        var codes = new TreeMap<String, Integer>();
        figures.forEach((figure, value) -> codes.put(figure.code(), value));
        var days = contract.year(number);
        return new Year(number, days.from(), days.to().orElseThrow(), codes);
    }
}
