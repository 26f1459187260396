package org.ncsoversight.criteria.register.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.model.Sought;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractId;
import org.ncsoversight.criteria.register.model.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.register.model.Touchpoint;
import org.ncsoversight.criteria.register.model.TouchpointContracts;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Keeps the contracts. A contract in which no provider takes part that the caller may see is not there. */
public interface ContractStore {

    /**
     * Which contracts to list.
     *
     * @param party only those in which this provider takes part, when given
     * @param on only those that run on this day
     * @param text only those whose touchpoint or a name of whose area has this in it
     * @param after only those that come after this one
     */
    record Query(
            Optional<Ukprn> party,
            Optional<LocalDate> on,
            Optional<String> text,
            Optional<ContractId> after,
            int limit) {

        public Query(Optional<Ukprn> party, Optional<ContractId> after, int limit) {
            this(party, Optional.empty(), Optional.empty(), after, limit);
        }

        /** As many as are read at once, whatever they are. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), MAX_READ);
        }

        /** Whether it is one of those asked for, the limit aside. */
        public boolean wants(Contract contract) {
            return party.map(contract.parties()::contains).orElse(true)
                    && on.map(contract.period()::includes).orElse(true)
                    && text.map(sought -> isFoundIn(contract, new Sought(sought)))
                            .orElse(true)
                    && after.map(before -> contract.id().compareTo(before) > 0).orElse(true);
        }

        private static boolean isFoundIn(Contract contract, Sought sought) {
            return sought.isIn(contract.touchpoint().value())
                    || contract.areas().entries().stream().anyMatch(entry -> sought.isIn(entry.name()));
        }
    }

    /** More contracts than the country has had. */
    int MAX_READ = 1_000;

    Optional<Contract> find(ContractId id, VisibleProviders visible);

    /** By touchpoint and first day. */
    List<Contract> list(Query query, VisibleProviders visible);

    /** All contracts of a touchpoint; only for callers who see every provider, for a part is not the whole. */
    TouchpointContracts whole(Touchpoint touchpoint, VisibleProviders visible);

    /** Keeps the touchpoint's contracts and announces the one that changed, unless another change came first. */
    boolean save(TouchpointContracts contracts, ContractRecorded event);
}
