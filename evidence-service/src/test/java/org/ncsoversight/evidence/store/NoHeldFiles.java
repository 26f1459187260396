package org.ncsoversight.evidence.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.store.HeldFiles;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Where nothing was submitted yet. */
public final class NoHeldFiles implements HeldFiles {

    @Override
    public List<Place> elsewhere(
            EvidenceId id, ProviderId provider, List<EvidenceFile> files, VisibleProviders visible) {
        return List.of();
    }

    @Override
    public List<Place> among(Collection<UUID> files, ProviderId provider, VisibleProviders visible) {
        return List.of();
    }
}
