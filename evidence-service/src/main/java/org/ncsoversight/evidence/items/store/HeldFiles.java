package org.ncsoversight.evidence.items.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Finds in which evidence a provider holds a file; never another provider's. */
public interface HeldFiles {

    /** A file in some evidence. */
    record Place(EvidenceId evidence, String title, EvidenceFile file) {}

    /** Files of the same provider's other evidence with the bytes of one of this evidence's files. */
    default List<Place> elsewhere(Evidence evidence, VisibleProviders visible) {
        return elsewhere(evidence.id(), evidence.provider(), evidence.files(), visible);
    }

    /** The same for what is no evidence yet, or is another revision of it. */
    List<Place> elsewhere(EvidenceId id, ProviderId provider, List<EvidenceFile> files, VisibleProviders visible);

    /** Those of these files that evidence of this provider holds now. */
    List<Place> among(Collection<UUID> files, ProviderId provider, VisibleProviders visible);
}
