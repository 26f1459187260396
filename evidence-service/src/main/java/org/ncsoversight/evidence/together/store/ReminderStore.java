package org.ncsoversight.evidence.together.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.together.model.Frequency;

/** Remembers what people were told by e-mail, and how often they want to be. People go by the id of their tokens. */
public interface ReminderStore {

    /** What somebody chose; version 0 and daily before they chose. */
    record Choice(Frequency frequency, long version) {}

    Choice choice(String subject);

    /** Keeps a choice; empty when a version was expected and another is there. */
    Optional<Choice> choose(String subject, Frequency frequency, @Nullable Long expected);

    /** Takes the writing to somebody on a day; false when they were written to that day or another instance has taken it. */
    boolean take(String subject, LocalDate day, Instant now, Instant until);

    /** Gives back what was taken, with nothing said. */
    void giveBack(String subject, Instant until);

    /**
     * Marks as said what was handed over, and ends what was taken.
     *
     * @param upTo everything before was looked at
     */
    void said(String subject, LocalDate day, Instant upTo, Instant until, Collection<String> reminders);

    /** Up to when was looked at for the last e-mail. */
    Optional<Instant> lastSaid(String subject);

    /** Those of these reminders that were said. */
    Set<String> alreadySaid(Collection<String> reminders);
}
