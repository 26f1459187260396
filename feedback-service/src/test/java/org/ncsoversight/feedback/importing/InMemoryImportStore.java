package org.ncsoversight.feedback.importing;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ncsoversight.feedback.importing.ImportedFile.Counts;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.security.VisibleProviders;

/** Imports for tests that need no database. */
public final class InMemoryImportStore implements ImportStore {

    private final Map<ImportId, ImportedFile> imports = new LinkedHashMap<>();
    private final Map<String, List<Response>> chunks = new HashMap<>();
    private final Map<ImportId, Held> held = new HashMap<>();
    private final Set<ImportId> superseded = new HashSet<>();
    private final Map<ImportId, Set<ProviderMonth>> touched = new HashMap<>();
    private long order;

    private record Held(UUID holder, Instant until) {}

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
    public synchronized boolean hold(ImportId id, UUID holder, Instant now, Instant until) {
        var other = held.get(id);
        boolean free =
                other == null || other.holder().equals(holder) || other.until().isBefore(now);
        if (!free || imports.get(id).state() != State.COMMITTED) {
            return false;
        }
        held.put(id, new Held(holder, until));
        return true;
    }

    @Override
    public synchronized void release(ImportId id, UUID holder) {
        held.values().removeIf(one -> one.holder().equals(holder));
    }

    @Override
    public synchronized void touch(ImportId id, Set<ProviderMonth> months) {
        touched.computeIfAbsent(id, _ -> new HashSet<>()).addAll(months);
    }

    @Override
    public synchronized Set<ProviderMonth> touched(ImportId id) {
        return Set.copyOf(touched.getOrDefault(id, Set.of()));
    }

    @Override
    public synchronized void supersede(FileOwner owner, long before) {
        imports.values().stream()
                .filter(file -> file.owner().equals(owner) && file.order() < before)
                .forEach(file -> superseded.add(file.id()));
    }

    @Override
    public synchronized void progress(ImportId id, int chunksApplied) {
        var file = imports.get(id);
        imports.put(
                id,
                new ImportedFile(
                        id,
                        file.state(),
                        file.owner(),
                        file.mode(),
                        file.sha256(),
                        file.startedAt(),
                        file.order(),
                        file.chunks(),
                        chunksApplied,
                        file.counts(),
                        file.faults(),
                        file.badRows(),
                        file.readAs()));
    }

    @Override
    public synchronized Optional<List<Response>> chunk(ImportId id, int chunk) {
        return Optional.ofNullable(chunks.get(id.value() + "/" + chunk));
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
                .filter(file -> file.claim().equals(claim) && !superseded.contains(file.id()))
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
        return ofOwner(visible)
                .filter(file -> file.id().equals(id) && file.state() != State.WRITING)
                .findFirst();
    }

    /** Newest first. */
    public synchronized List<ImportedFile> visible(VisibleProviders visible) {
        return ofOwner(visible)
                .filter(file -> file.state() == State.REFUSED || file.state() == State.APPLIED)
                .sorted(comparing(ImportedFile::startedAt).reversed())
                .toList();
    }

    private Stream<ImportedFile> ofOwner(VisibleProviders visible) {
        return imports.values().stream()
                .filter(file -> visible.restriction().isEmpty()
                        || file.owner().organisation().filter(visible::include).isPresent());
    }

    private boolean is(ImportedFile file, State state) {
        var now = imports.get(file.id());
        return now != null && now.state() == state;
    }

    private void forgetChunks(ImportId id) {
        chunks.keySet().removeIf(key -> key.startsWith(id.value() + "/"));
    }
}
