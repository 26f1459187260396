package org.ncsoversight.evidence.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.underway.ImportRun;
import org.ncsoversight.evidence.underway.ImportRunStore;

/** The twin of the one in MongoDB. */
public final class InMemoryImportRunStore implements ImportRunStore {

    private final Map<UUID, ImportRun> runs = new ConcurrentHashMap<>();

    @Override
    public void begin(ImportRun run) {
        runs.put(run.id(), run);
    }

    @Override
    public void renew(UUID id, Instant heldUntil, int done, int of) {
        runs.computeIfPresent(
                id,
                (_, run) -> new ImportRun(
                        id, run.provider(), run.what(), run.by(), run.startedAt(), heldUntil, done, of, run.ending()));
    }

    @Override
    public void end(UUID id, ImportRun.Ending ending) {
        runs.computeIfPresent(
                id,
                (_, run) -> new ImportRun(
                        id,
                        run.provider(),
                        run.what(),
                        run.by(),
                        run.startedAt(),
                        run.heldUntil(),
                        run.done(),
                        run.of(),
                        ending));
    }

    @Override
    public Optional<ImportRun> find(UUID id, VisibleProviders own) {
        return Optional.ofNullable(runs.get(id)).filter(run -> own.includes(run.provider()));
    }
}
