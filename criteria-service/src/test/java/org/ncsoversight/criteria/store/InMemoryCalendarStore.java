package org.ncsoversight.criteria.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.criteria.accreditation.store.CalendarStore;

/** Calendar addresses for tests that need no database. */
public class InMemoryCalendarStore implements CalendarStore {

    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();

    @Override
    public Optional<Subscription> of(String username) {
        return Optional.ofNullable(subscriptions.get(username));
    }

    @Override
    public Optional<Subscription> withHash(String tokenHash) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.tokenHash().equals(tokenHash))
                .findFirst();
    }

    @Override
    public void put(Subscription subscription) {
        subscriptions.put(subscription.username(), subscription);
    }

    @Override
    public void remove(String username) {
        subscriptions.remove(username);
    }
}
