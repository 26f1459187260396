package org.ncsoversight.criteria.people;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.model.MachineAccount;
import org.ncsoversight.criteria.security.PeopleKeeper;

/** What is known of machine accounts, ended ones included; their secrets are not. */
public interface MachineAccountStore {

    /** The newest first, as many as the limit allows; only those whose people the keeper looks after. */
    List<MachineAccount> list(Optional<Ukprn> organisation, int limit, PeopleKeeper keeper);

    /** Only one whose people the keeper looks after. */
    Optional<MachineAccount> find(String clientId, PeopleKeeper keeper);

    /** How many of a provider have not ended. */
    long countNotEnded(Ukprn organisation);

    /** In place of what was known of it. */
    void save(MachineAccount account);

    /** Keeps what the identity provider wants to see before it changes this one account again. */
    void keepKey(String clientId, String key);

    Optional<String> key(String clientId);
}
