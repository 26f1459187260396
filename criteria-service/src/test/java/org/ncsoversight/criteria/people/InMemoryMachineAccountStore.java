package org.ncsoversight.criteria.people;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.model.MachineAccount;
import org.ncsoversight.criteria.security.PeopleKeeper;

/** Machine accounts in a map. */
public final class InMemoryMachineAccountStore implements MachineAccountStore {

    private final Map<String, MachineAccount> accounts = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    @Override
    public List<MachineAccount> list(Optional<Ukprn> organisation, int limit, PeopleKeeper keeper) {
        return accounts.values().stream()
                .filter(account -> isKept(account, keeper))
                .filter(account -> organisation.isEmpty() || organisation.get().equals(account.organisation()))
                .sorted(Comparator.comparing(MachineAccount::madeAt)
                        .thenComparing(MachineAccount::clientId)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<MachineAccount> find(String clientId, PeopleKeeper keeper) {
        return Optional.ofNullable(accounts.get(clientId)).filter(account -> isKept(account, keeper));
    }

    @Override
    public long countNotEnded(Ukprn organisation) {
        return accounts.values().stream()
                .filter(account -> account.organisation().equals(organisation) && !account.hasEnded())
                .count();
    }

    @Override
    public void save(MachineAccount account) {
        accounts.put(account.clientId(), account);
        if (account.hasEnded()) {
            keys.remove(account.clientId());
        }
    }

    @Override
    public void keepKey(String clientId, String key) {
        keys.put(clientId, key);
    }

    @Override
    public Optional<String> key(String clientId) {
        return Optional.ofNullable(keys.get(clientId));
    }

    private static boolean isKept(MachineAccount account, PeopleKeeper keeper) {
        return keeper.only().isEmpty() || keeper.only().get().equals(account.organisation());
    }
}
