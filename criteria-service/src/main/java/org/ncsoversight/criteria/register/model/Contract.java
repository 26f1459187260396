package org.ncsoversight.criteria.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ncsoversight.criteria.model.Period;
import org.ncsoversight.criteria.model.Ukprn;

/** One area for one period, held by a prime and delivered by it and its subcontractors. */
public record Contract(
        Touchpoint touchpoint,
        long version,
        NameHistory areas,
        Period period,
        Ukprn prime,
        List<Ukprn> subcontractors,
        Profile profile) {

    public static final int MAX_SUBCONTRACTORS = 200;

    /** What the area was called for a part of the contract. */
    public record AreaName(String name, Period period) {}

    public Contract {
        subcontractors = subcontractors.stream().sorted().toList();
        if (Set.copyOf(subcontractors).size() != subcontractors.size() || subcontractors.contains(prime)) {
            throw new IllegalArgumentException("Each party takes part in a contract once");
        }
        for (NameHistory.Entry area : areas.entries()) {
            if (area.from().isPresent()
                    && (!area.from().get().isAfter(period.from())
                            || !period.includes(area.from().get()))) {
                throw new IllegalArgumentException("An area is renamed after the first day and by the last");
            }
        }
        if (profile.lastYear() > yearsOf(period)) {
            throw new IllegalArgumentException("A profile has no year after the last");
        }
    }

    public ContractId id() {
        return new ContractId(touchpoint, period.from());
    }

    /** The newest name of the area. */
    public String area() {
        return areas.current();
    }

    public String areaOn(LocalDate day) {
        return areas.on(day);
    }

    /** Every name of the area with the days on which it applies. */
    public List<AreaName> areaNames() {
        var names = new ArrayList<AreaName>();
        List<NameHistory.Entry> entries = areas.entries();
        for (int i = 0; i < entries.size(); i++) {
            Optional<LocalDate> to =
                    i + 1 < entries.size() ? entries.get(i + 1).from().map(next -> next.minusDays(1)) : period.to();
            names.add(new AreaName(
                    entries.get(i).name(), new Period(entries.get(i).from().orElse(period.from()), to)));
        }
        return names;
    }

    /** Everyone who delivers under it. */
    public List<Ukprn> parties() {
        return Stream.concat(Stream.of(prime), subcontractors.stream()).toList();
    }

    /** How many contract years there are; without an end, as many as a profile can have. */
    public static int yearsOf(Period period) {
        int years = 0;
        while (years < Profile.MAX_YEARS && period.includes(period.from().plusYears(years))) {
            years++;
        }
        return years;
    }

    /** The days of a contract year, counted from 1. */
    public Period year(int number) {
        LocalDate last = period.from().plusYears(number).minusDays(1);
        return new Period(
                period.from().plusYears(number - 1L),
                Optional.of(period.to().filter(last::isAfter).orElse(last)));
    }

    public Contract withVersion(long other) {
        return new Contract(touchpoint, other, areas, period, prime, subcontractors, profile);
    }
}
