package org.ncsoversight.outcomes.importing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ncsoversight.outcomes.importing.ImportedFile.Counts;
import org.ncsoversight.outcomes.importing.ImportedFile.State;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.security.VisibleProviders;

/** Imports as long as the process lives. */
public final class InMemoryImports implements ImportStore {

    private record Chunk(ImportId id, int number) {}

    private final Map<ImportId, ImportedFile> files = new HashMap<>();
    private final Map<Chunk, List<Claim>> chunks = new HashMap<>();

    private record Held(UUID holder, Instant until) {}

    private final Map<ImportId, Held> held = new HashMap<>();
    private final Map<ImportId, Set<ProviderMonth>> touched = new HashMap<>();
    private final Map<String, ImportId> identities = new HashMap<>();
    private long lastOrder;

    @Override
    public synchronized long nextOrder() {
        return ++lastOrder;
    }

    @Override
    public synchronized void refuse(ImportedFile refused) {
        files.put(refused.id(), refused);
    }

    @Override
    public synchronized void begin(ImportedFile writing) {
        files.put(writing.id(), writing);
    }

    @Override
    public synchronized void write(ImportId id, int chunk, List<Claim> claims) {
        chunks.put(new Chunk(id, chunk), List.copyOf(claims));
    }

    @Override
    public synchronized Commit commit(ImportedFile writing) {
        if (!files.containsKey(writing.id())) {
            return new Commit.Abandoned();
        }
        var earlier = identities.putIfAbsent(writing.identity(), writing.id());
        if (earlier != null) {
            return new Commit.Earlier(files.get(earlier));
        }
        files.put(writing.id(), writing.committed());
        return new Commit.Committed(writing.committed());
    }

    @Override
    public synchronized boolean hold(ImportId id, UUID holder, Instant now, Instant until) {
        var other = held.get(id);
        boolean free =
                other == null || other.holder().equals(holder) || other.until().isBefore(now);
        if (!free || files.get(id).state() != State.COMMITTED) {
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
    public synchronized void supersede(FileOwner owner, Touchpoint touchpoint, long order) {
        identities.values().removeIf(id -> {
            var file = files.get(id);
            return file.owner().equals(owner) && file.touchpoint().equals(touchpoint) && file.order() < order;
        });
    }

    @Override
    public synchronized void progress(ImportId id, int chunksApplied) {
        var file = files.get(id);
        files.put(
                id,
                new ImportedFile(
                        id,
                        file.state(),
                        file.owner(),
                        file.touchpoint(),
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
    public synchronized Optional<List<Claim>> chunk(ImportId id, int chunk) {
        return Optional.ofNullable(chunks.get(new Chunk(id, chunk)));
    }

    @Override
    public synchronized ImportedFile applied(ImportedFile committed, Counts counts) {
        if (files.get(committed.id()).state() == State.COMMITTED) {
            files.put(committed.id(), committed.applied(counts));
        }
        chunks.keySet().removeIf(chunk -> chunk.id().equals(committed.id()));
        return files.get(committed.id());
    }

    @Override
    public synchronized void abandon(ImportedFile writing) {
        if (files.containsKey(writing.id()) && files.get(writing.id()).state() == State.WRITING) {
            files.remove(writing.id());
            chunks.keySet().removeIf(chunk -> chunk.id().equals(writing.id()));
        }
    }

    @Override
    public synchronized Optional<ImportedFile> committedAs(String identity) {
        return Optional.ofNullable(identities.get(identity)).map(files::get);
    }

    @Override
    public synchronized List<ImportedFile> in(State state, Instant startedBefore) {
        return files.values().stream()
                .filter(file -> file.state() == state && file.startedAt().isBefore(startedBefore))
                .toList();
    }

    @Override
    public synchronized void forgetRefused(Instant startedBefore) {
        files.values()
                .removeIf(file ->
                        file.state() == State.REFUSED && file.startedAt().isBefore(startedBefore));
    }

    @Override
    public synchronized Optional<ImportedFile> find(ImportId id, VisibleProviders visible) {
        return Optional.ofNullable(files.get(id))
                .filter(file -> file.state() != State.WRITING)
                .filter(file -> visible.restriction().isEmpty()
                        || file.owner().organisation().filter(visible::include).isPresent());
    }
}
