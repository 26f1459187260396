package org.ncsoversight.feedback.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ncsoversight.feedback.model.FeedbackEvent.ResponseRecorded;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.ResponseId;

/** Responses for tests that need no database. */
public final class InMemoryResponseStore implements ResponseStore {

    private final Map<ResponseId, Stored> responses = new LinkedHashMap<>();
    private final List<ResponseRecorded> events = new ArrayList<>();
    private final Set<ProviderMonth> recounted = new HashSet<>();

    @Override
    public synchronized Map<ResponseId, Stored> find(Collection<ResponseId> ids) {
        var found = new HashMap<>(responses);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public synchronized boolean write(List<ResponseRecorded> changes, long order) {
        boolean all = true;
        for (var change : changes) {
            var before = responses.get(change.response().id());
            long version = before == null ? 0 : before.response().version();
            if (change.response().version() == version + 1 && (before == null || before.confirmed() <= order)) {
                responses.put(change.response().id(), new Stored(change.response(), order, order));
                events.add(change);
            } else {
                all = false;
            }
        }
        return all;
    }

    @Override
    public synchronized boolean confirm(List<Response> unchanged, long order) {
        boolean all = true;
        for (var response : unchanged) {
            var before = responses.get(response.id());
            if (before != null && before.response().version() == response.version()) {
                responses.put(
                        response.id(),
                        new Stored(before.response(), before.order(), Math.max(before.confirmed(), order)));
            } else {
                all = false;
            }
        }
        return all;
    }

    @Override
    public synchronized void recount(Collection<ProviderMonth> months) {
        recounted.addAll(months);
    }

    public synchronized Set<ProviderMonth> recounted() {
        return Set.copyOf(recounted);
    }

    public synchronized List<Response> all() {
        return responses.values().stream().map(Stored::response).toList();
    }

    public synchronized List<ResponseRecorded> events() {
        return List.copyOf(events);
    }
}
