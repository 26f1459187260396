package org.ncsoversight.criteria.accreditation.store;

import java.time.Instant;
import java.util.Optional;
import org.ncsoversight.criteria.people.Belongings;

/** Keeps who has a calendar address; of the address itself only a hash, from which it cannot be told. */
public interface CalendarStore extends Belongings {

    /** One for each person. */
    record Subscription(String username, String tokenHash, Instant createdAt) {}

    Optional<Subscription> of(String username);

    Optional<Subscription> withHash(String tokenHash);

    /** In place of the one that the person had. */
    void put(Subscription subscription);

    @Override
    void remove(String username);
}
