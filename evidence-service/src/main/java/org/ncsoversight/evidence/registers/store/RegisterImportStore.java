package org.ncsoversight.evidence.registers.store;

import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps what became of files of rows. */
public interface RegisterImportStore {

    void keep(RegisterImport done);

    Optional<RegisterImport> find(UUID id, VisibleProviders visible);
}
