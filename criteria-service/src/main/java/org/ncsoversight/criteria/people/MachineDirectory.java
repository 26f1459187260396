package org.ncsoversight.criteria.people;

import java.util.Optional;
import org.ncsoversight.criteria.people.model.MachineAccount;

/** Where machine accounts sign in. Everything throws {@link DirectoryAway} when it does not answer. */
public interface MachineDirectory {

    /**
     * What it gives once.
     *
     * @param key what it wants to see before it changes this one account again
     */
    record Given(String secret, String key) {}

    Given register(MachineAccount account);

    /** A new secret in place of the old one; empty when the key is no longer good. */
    Optional<Given> renew(String clientId, String key);

    /** No token is given to it any more; also when it was never registered. */
    void end(String clientId, Optional<String> key);
}
