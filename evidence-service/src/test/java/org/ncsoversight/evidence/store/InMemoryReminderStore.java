package org.ncsoversight.evidence.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.together.model.Frequency;
import org.ncsoversight.evidence.together.store.ReminderStore;

/** Remembers for as long as a test lasts. */
public final class InMemoryReminderStore implements ReminderStore {

    private final Map<String, Choice> choices = new HashMap<>();
    private final Map<String, Instant> taken = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, Instant> upTo = new HashMap<>();
    private final Set<String> reminders = new HashSet<>();

    @Override
    public Choice choice(String subject) {
        return choices.getOrDefault(subject, new Choice(Frequency.DAILY, 0));
    }

    @Override
    public Optional<Choice> choose(String subject, Frequency frequency, @Nullable Long expected) {
        Choice now = choice(subject);
        if (expected != null && expected != now.version()) {
            return Optional.empty();
        }
        if (now.frequency() != frequency || now.version() == 0) {
            choices.put(subject, new Choice(frequency, now.version() + 1));
        }
        return Optional.of(choice(subject));
    }

    @Override
    public boolean take(String subject, LocalDate day, Instant now, Instant until) {
        if (day.equals(days.get(subject))
                || taken.getOrDefault(subject, Instant.EPOCH).isAfter(now)) {
            return false;
        }
        taken.put(subject, until);
        return true;
    }

    @Override
    public void giveBack(String subject, Instant until) {
        taken.remove(subject, until);
    }

    @Override
    public void said(String subject, LocalDate day, Instant at, Instant until, Collection<String> keys) {
        reminders.addAll(keys);
        if (taken.remove(subject, until)) {
            days.put(subject, day);
            upTo.put(subject, at);
        }
    }

    @Override
    public Optional<Instant> lastSaid(String subject) {
        return Optional.ofNullable(upTo.get(subject));
    }

    @Override
    public Set<String> alreadySaid(Collection<String> keys) {
        return keys.stream().filter(reminders::contains).collect(Collectors.toSet());
    }
}
