package org.ncsoversight.evidence.together.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * One request to many providers.
 *
 * @param answered whether some provider has answered, after which what is asked stays as it is
 */
public record Campaign(UUID id, long version, Asked asked, boolean answered, boolean closed, List<Step> history) {

    /** What somebody did with a campaign. */
    public enum Deed {
        CREATED,
        EDITED,
        EXTENDED,
        CLOSED;

        /** The word used in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Deed> of(String word) {
            for (Deed one : values()) {
                if (one.word().equals(word)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Who did what, when and why.
     *
     * @param dueOn the due date from then on
     */
    public record Step(
            long version,
            Deed deed,
            LocalDate dueOn,
            Instant at,
            Person by,
            @Nullable String reason) {}

    public Campaign {
        history = List.copyOf(history);
    }

    public static Campaign create(UUID id, Asked asked, Person by, Instant at) {
        return new Campaign(
                id, 1, asked, false, false, List.of(new Step(1, Deed.CREATED, asked.dueOn(), at, by, null)));
    }

    public boolean asks(ProviderId provider) {
        return asked.providers().contains(provider);
    }

    public boolean isLateOn(LocalDate day) {
        return day.isAfter(asked.dueOn());
    }

    public Step latest() {
        return history.getLast();
    }

    /** Sorts by the time of creation, which never changes. */
    public String listKey() {
        return "%015d-%s".formatted(history.getFirst().at().toEpochMilli(), id);
    }

    public Campaign edit(Asked now, Person by, Instant at) {
        return next(now, false, Deed.EDITED, null, by, at);
    }

    public Campaign extend(LocalDate later, String reason, Person by, Instant at) {
        return next(asked.dueOn(later), false, Deed.EXTENDED, reason, by, at);
    }

    public Campaign close(String reason, Person by, Instant at) {
        return next(asked, true, Deed.CLOSED, reason, by, at);
    }

    /** Some provider answers: nothing that was done to the campaign, so its version stays. */
    public Campaign takeAnswers() {
        return new Campaign(id, version, asked, true, closed, history);
    }

    private Campaign next(Asked now, boolean closes, Deed deed, @Nullable String reason, Person by, Instant at) {
        if (closed) {
            throw new IllegalStateException("the campaign is closed");
        }
        var steps = new ArrayList<>(history);
        steps.add(new Step(version + 1, deed, now.dueOn(), at, by, reason));
        return new Campaign(id, version + 1, now, answered, closes, steps);
    }
}
