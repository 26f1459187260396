package org.ncsoversight.feedback.importing;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.feedback.importing.ImportedFile.Counts;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.security.VisibleProviders;

/** Imports for tests that need no database. */
public final class InMemoryImportStore implements ImportStore {

    private record Hold(UUID holder, Instant until) {}

    private final Map<ImportId, Hold> holds = new HashMap<>();
    private final Map<ImportId, ImportedFile> imports = new LinkedHashMap<>();
    private final Map<String, List<Response>> chunks = new HashMap<>();
    private long order;

    @Override
    public synchronized long nextOrder() {
        return ++order;
    }

    @Override
    public synchronized void refuse(ImportedFile refused) {
        imports.put(refused.id(), refused);
    }

    @Override
    public synchronized void begin(ImportedFile writing) {
        imports.put(writing.id(), writing);
    }

    @Override
    public synchronized void write(ImportId id, int chunk, List<Response> responses) {
        chunks.put(id.value() + "/" + chunk, List.copyOf(responses));
    }

    @Override
    public synchronized Commit commit(ImportedFile writing) {
        if (!is(writing, State.WRITING)) {
            return new Commit.Abandoned();
        }
        var earlier = committedAs(writing.claim());
        if (earlier.isPresent()) {
            return new Commit.Earlier(earlier.get());
        }
        imports.put(writing.id(), writing.committed());
        return new Commit.Committed(writing.committed());
    }

    @Override
    public synchronized Optional<List<Response>> chunk(ImportId id, int chunk) {
        return Optional.ofNullable(chunks.get(id.value() + "/" + chunk));
    }

    @Override
    public synchronized boolean hold(ImportedFile committed, UUID holder, Instant now, Instant until) {
        var held = holds.get(committed.id());
        boolean free =
                held == null || held.holder().equals(holder) || held.until().isBefore(now);
        boolean taken = free && is(committed, State.COMMITTED);
        if (taken) {
            holds.put(committed.id(), new Hold(holder, until));
        }
        return taken;
    }

    @Override
    public synchronized ImportedFile applied(ImportedFile committed, Counts counts) {
        imports.computeIfPresent(
                committed.id(), (_, now) -> now.state() == State.COMMITTED ? now.applied(counts) : now);
        forgetChunks(committed.id());
        return imports.get(committed.id());
    }

    @Override
    public synchronized void abandon(ImportedFile writing) {
        if (is(writing, State.WRITING)) {
            imports.remove(writing.id());
        }
        if (!imports.containsKey(writing.id())) {
            forgetChunks(writing.id());
        }
    }

    @Override
    public synchronized Optional<ImportedFile> committedAs(String claim) {
        return imports.values().stream()
                .filter(file -> file.state() == State.COMMITTED || file.state() == State.APPLIED)
                .filter(file -> file.claim().equals(claim))
                .findFirst();
    }

    @Override
    public synchronized List<ImportedFile> in(State state, Instant startedBefore) {
        return imports.values().stream()
                .filter(file -> file.state() == state && file.startedAt().isBefore(startedBefore))
                .toList();
    }

    @Override
    public synchronized void forgetRefused(Instant startedBefore) {
        imports.values()
                .removeIf(file ->
                        file.state() == State.REFUSED && file.startedAt().isBefore(startedBefore));
    }

    @Override
    public synchronized Optional<ImportedFile> find(ImportId id, VisibleProviders visible) {
        return visible(visible).stream().filter(file -> file.id().equals(id)).findFirst();
    }

    /** Newest first. */
    public synchronized List<ImportedFile> visible(VisibleProviders visible) {
        return imports.values().stream()
                .filter(file -> file.state() == State.REFUSED || file.state() == State.APPLIED)
                .filter(file -> visible.restriction().isEmpty()
                        || file.owner().organisation().filter(visible::include).isPresent())
                .sorted(comparing(ImportedFile::startedAt).reversed())
                .toList();
    }

    private boolean is(ImportedFile file, State state) {
        var now = imports.get(file.id());
        return now != null && now.state() == state;
    }

    private void forgetChunks(ImportId id) {
        chunks.keySet().removeIf(key -> key.startsWith(id.value() + "/"));
    }
}
