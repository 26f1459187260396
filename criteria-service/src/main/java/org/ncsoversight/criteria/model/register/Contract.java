package org.ncsoversight.criteria.model.register;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One area for one period, held by a prime and delivered by it and its subcontractors. */
public record Contract(
        Touchpoint touchpoint, long version, String area, Period period, Ukprn prime, List<Ukprn> subcontractors) {

    public static final int MAX_AREA_LENGTH = 200;
    public static final int MAX_SUBCONTRACTORS = 200;

    public Contract {
        subcontractors = subcontractors.stream().sorted().toList();
        if (Set.copyOf(subcontractors).size() != subcontractors.size() || subcontractors.contains(prime)) {
            throw new IllegalArgumentException("Each party takes part in a contract once");
        }
    }

    public ContractId id() {
        return new ContractId(touchpoint, period.from());
    }

    /** Everyone who delivers under it. */
    public List<Ukprn> parties() {
        return Stream.concat(Stream.of(prime), subcontractors.stream()).toList();
    }

    Contract withVersion(long other) {
        return new Contract(touchpoint, other, area, period, prime, subcontractors);
    }
}
