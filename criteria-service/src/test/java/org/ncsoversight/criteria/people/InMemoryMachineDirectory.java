package org.ncsoversight.criteria.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.criteria.people.model.MachineAccount;

/** Where machine accounts sign in, in a map; can be away. */
public final class InMemoryMachineDirectory implements MachineDirectory {

    private final Map<String, Given> given = new HashMap<>();
    private int count;
    private boolean away;

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    public boolean letsIn(String clientId, String secret) {
        return Optional.ofNullable(given.get(clientId))
                .filter(known -> known.secret().equals(secret))
                .isPresent();
    }

    @Override
    public Given register(MachineAccount account) {
        answer();
        return next(account.clientId());
    }

    @Override
    public Optional<Given> renew(String clientId, String key) {
        answer();
        return Optional.ofNullable(given.get(clientId))
                .filter(known -> known.key().equals(key))
                .map(_ -> next(clientId));
    }

    @Override
    public void end(String clientId, Optional<String> key) {
        answer();
        given.remove(clientId);
    }

    private Given next(String clientId) {
        count++;
        var next = new Given("secret " + count, "key " + count);
        given.put(clientId, next);
        return next;
    }

    private void answer() {
        if (away) {
            throw new DirectoryAway("away", new IllegalStateException());
        }
    }
}
