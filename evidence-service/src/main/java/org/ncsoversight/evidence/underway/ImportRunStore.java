package org.ncsoversight.evidence.underway;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps imports that take longer than anybody waits, and forgets them in time. */
public interface ImportRunStore {

    void begin(ImportRun run);

    /** Says again that it is being done, and how far. */
    void renew(UUID id, Instant heldUntil, int done, int of);

    void end(UUID id, ImportRun.Ending ending);

    Optional<ImportRun> find(UUID id, VisibleProviders own);
}
