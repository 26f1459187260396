package org.ncsoversight.evidence.exchange.store;

import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps what became of imports, and which row became which item. */
public interface ImportStore {

    void keep(ImportReport report);

    Optional<ImportReport> find(UUID id, VisibleProviders own);

    /** What the row said that became this item; empty when none did. */
    Optional<String> fingerprintOf(EvidenceId item);

    void note(EvidenceId item, String fingerprint);
}
