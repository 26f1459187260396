package org.ncsoversight.evidence.model;

import org.jspecify.annotations.Nullable;

/**
 * Someone who did something to evidence.
 *
 * @param subject the identity provider's lasting id
 * @param username what others see in the history
 * @param organisation the provider they belong to, if any
 */
public record Person(
        String subject, String username, @Nullable ProviderId organisation) {

    /** Whoever acts when a rule or the calendar does. */
    public static final Person NOBODY = new Person("-", "NCS Oversight", null);

    public boolean is(Person other) {
        return subject.equals(other.subject);
    }

    public boolean belongsTo(ProviderId provider) {
        return provider.equals(organisation);
    }
}
