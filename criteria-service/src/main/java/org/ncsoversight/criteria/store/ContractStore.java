package org.ncsoversight.criteria.store;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.model.register.Contract;
import org.ncsoversight.criteria.model.register.ContractId;
import org.ncsoversight.criteria.model.register.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.model.register.Touchpoint;
import org.ncsoversight.criteria.model.register.TouchpointContracts;
import org.ncsoversight.criteria.model.register.Ukprn;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Keeps the contracts. A contract in which no provider takes part that the caller may see is not there. */
public interface ContractStore {

    /**
     * Which contracts to list.
     *
     * @param party only those in which this provider takes part, when given
     * @param after only those that come after this one
     */
    record Query(Optional<Ukprn> party, Optional<ContractId> after, int limit) {}

    Optional<Contract> find(ContractId id, VisibleProviders visible);

    /** By touchpoint and first day. */
    List<Contract> list(Query query, VisibleProviders visible);

    /** All contracts of a touchpoint; only for callers who see every provider, for a part is not the whole. */
    TouchpointContracts whole(Touchpoint touchpoint, VisibleProviders visible);

    /** Keeps the touchpoint's contracts and announces the one that changed, unless another change came first. */
    boolean save(TouchpointContracts contracts, ContractRecorded event);
}
