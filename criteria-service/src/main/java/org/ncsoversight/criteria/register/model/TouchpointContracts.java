package org.ncsoversight.criteria.register.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All contracts of one touchpoint, kept together so that two of them can never come to overlap. */
public record TouchpointContracts(Touchpoint touchpoint, long version, List<Contract> contracts) {

    public TouchpointContracts {
        contracts = List.copyOf(contracts);
    }

    public static TouchpointContracts noneYet(Touchpoint touchpoint) {
        return new TouchpointContracts(touchpoint, 0, List.of());
    }

    public Optional<Contract> find(ContractId id) {
        return contracts.stream().filter(contract -> contract.id().equals(id)).findFirst();
    }

    /** Another contract whose period meets this one's. */
    public Optional<Contract> overlapping(Contract candidate) {
        return contracts.stream()
                .filter(contract -> !contract.id().equals(candidate.id()))
                .filter(contract -> contract.period().overlaps(candidate.period()))
                .findFirst();
    }

    /** This contract as it would be kept: with the version after the one kept now. */
    public Contract next(Contract candidate) {
        return candidate.withVersion(find(candidate.id()).map(Contract::version).orElse(0L) + 1);
    }

    public boolean alreadyHolds(Contract candidate) {
        return find(candidate.id())
                .map(kept -> kept.equals(candidate.withVersion(kept.version())))
                .orElse(false);
    }

    /** The next version, with this contract added or in place of its earlier form. */
    public TouchpointContracts with(Contract changed) {
        if (overlapping(changed).isPresent()) {
            throw new IllegalArgumentException("Contracts of one touchpoint never overlap");
        }
        var others = contracts.stream().filter(contract -> !contract.id().equals(changed.id()));
        return new TouchpointContracts(
                touchpoint,
                version + 1,
                Stream.concat(others, Stream.of(changed))
                        .sorted((one, other) -> one.id().compareTo(other.id()))
                        .toList());
    }
}
