package org.ncsoversight.outcomes.model;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The contracts known at one moment, or the part of them somebody may see. */
public final class Contracts {

    private final Map<Touchpoint, List<Contract>> byTouchpoint;

    public Contracts(List<Contract> contracts) {
        byTouchpoint = contracts.stream().collect(groupingBy(Contract::touchpoint));
    }

    /** Only those in which a visible provider takes part; the rest might as well not exist. */
    public Contracts seenBy(Predicate<Ukprn> visible) {
        return new Contracts(byTouchpoint.values().stream()
                .flatMap(List::stream)
                .filter(contract -> visible.test(contract.prime())
                        || contract.subcontractors().stream().anyMatch(visible))
                .toList());
    }

    public boolean know(Touchpoint touchpoint) {
        return byTouchpoint.containsKey(touchpoint);
    }

    public Optional<Contract> on(Touchpoint touchpoint, LocalDate date) {
        return byTouchpoint.getOrDefault(touchpoint, List.of()).stream()
                .filter(contract -> contract.covers(date))
                .findFirst();
    }

    /** For each touchpoint the contract that began last, in the order of touchpoints. */
    public List<Contract> latest() {
        return byTouchpoint.values().stream()
                .map(contracts ->
                        contracts.stream().max(comparing(Contract::from)).orElseThrow())
                .sorted(comparing(contract -> contract.touchpoint().value()))
                .toList();
    }
}
