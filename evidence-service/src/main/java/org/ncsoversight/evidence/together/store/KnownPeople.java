package org.ncsoversight.evidence.together.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The people who have called here; everybody else is known to the identity provider only. */
public interface KnownPeople {

    /**
     * Somebody as their latest token said.
     *
     * @param lead whether they answer for their organisation
     */
    record Known(Person person, @Nullable String email, boolean lead, Instant seenAt) {}

    void seen(Known known);

    Optional<Known> named(String username);

    /** Those who belong to these providers, by user name. */
    List<Known> of(VisibleProviders providers, int limit);

    /** Everybody, by the id of their tokens; goes on after the last one seen. Asked by the service itself, not by a caller. */
    List<Known> everybody(@Nullable String afterSubject, int limit);
}
