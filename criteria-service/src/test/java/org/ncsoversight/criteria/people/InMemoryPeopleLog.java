package org.ncsoversight.criteria.people;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.security.PeopleKeeper;

/** The record of changes in a map. */
public final class InMemoryPeopleLog implements PeopleLog {

    private final Map<String, PersonChange> byRequest = new HashMap<>();
    private final Map<String, String> locks = new HashMap<>();

    @Override
    public Begun begin(PersonChange change) {
        if (locks.containsKey(change.lock())) {
            return new Begun.Busy();
        }
        PersonChange spent = byRequest.get(change.request());
        if (spent != null && spent.isNoRepeat(change)) {
            byRequest.remove(change.request());
            byRequest.put(spent.requestOnceOver(), spent);
        }
        PersonChange before = byRequest.putIfAbsent(change.request(), change);
        if (before != null && !before.unfinished()) {
            return new Begun.Before(before);
        }
        locks.put(change.lock(), change.request());
        if (before == null) {
            return new Begun.Started(change, false);
        }
        PersonChange resumed = told(before, before.about(), change.detail(), before.outcome());
        byRequest.put(before.request(), resumed);
        return new Begun.Started(resumed, true);
    }

    @Override
    public void end(PersonChange change, PersonChange.Outcome outcome, Optional<PersonId> about) {
        byRequest.put(change.request(), told(change, about.or(change::about), change.detail(), outcome));
        locks.remove(change.lock());
    }

    @Override
    public List<PersonChange> list(Optional<String> before, int limit, PeopleKeeper keeper) {
        return byRequest.values().stream()
                .filter(change ->
                        keeper.only().isEmpty() || change.organisation().equals(keeper.only()))
                .filter(change ->
                        before.filter(id -> change.id().compareTo(id) >= 0).isEmpty())
                .sorted(Comparator.comparing(PersonChange::id).reversed())
                .limit(limit)
                .toList();
    }

    private static PersonChange told(
            PersonChange change, Optional<PersonId> about, String detail, PersonChange.Outcome outcome) {
        return new PersonChange(
                change.id(),
                change.request(),
                change.at(),
                change.by(),
                change.kind(),
                about,
                change.username(),
                change.organisation(),
                detail,
                outcome);
    }
}
