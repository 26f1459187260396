package org.ncsoversight.criteria.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractId;
import org.ncsoversight.criteria.register.model.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.register.model.Touchpoint;
import org.ncsoversight.criteria.register.model.TouchpointContracts;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Contracts for tests that need no database. */
public class InMemoryContractStore implements ContractStore {

    private final TreeMap<Touchpoint, TouchpointContracts> touchpoints = new TreeMap<>();
    private final List<ContractRecorded> announced = new ArrayList<>();
    private int racesToLose;

    /** The next changes find that somebody else was quicker. */
    public void loseRaces(int number) {
        racesToLose = number;
    }

    public List<ContractRecorded> announced() {
        return announced;
    }

    @Override
    public Optional<Contract> find(ContractId id, VisibleProviders visible) {
        return Optional.ofNullable(touchpoints.get(id.touchpoint()))
                .flatMap(contracts -> contracts.find(id))
                .filter(contract -> visible.includeAnyOf(contract.parties()));
    }

    @Override
    public List<Contract> list(Query query, VisibleProviders visible) {
        return touchpoints.values().stream()
                .flatMap(contracts -> contracts.contracts().stream())
                .filter(contract -> visible.includeAnyOf(contract.parties()))
                .filter(query::wants)
                .limit(query.limit())
                .toList();
    }

    @Override
    public TouchpointContracts whole(Touchpoint touchpoint, VisibleProviders visible) {
        if (!visible.all()) {
            throw new IllegalArgumentException("Only callers who see every provider see a touchpoint whole");
        }
        return touchpoints.getOrDefault(touchpoint, TouchpointContracts.noneYet(touchpoint));
    }

    @Override
    public boolean save(TouchpointContracts contracts, ContractRecorded event) {
        if (racesToLose > 0) {
            racesToLose--;
            return false;
        }
        TouchpointContracts kept =
                touchpoints.getOrDefault(contracts.touchpoint(), TouchpointContracts.noneYet(contracts.touchpoint()));
        if (kept.version() != contracts.version() - 1) {
            return false;
        }
        touchpoints.put(contracts.touchpoint(), contracts);
        return announced.add(event);
    }
}
