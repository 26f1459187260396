package org.ncsoversight.criteria.standard.model.drafting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;

/**
 * A file that was read and waits for somebody to look at it and say that it is to be a draft.
 *
 * @param id of this file under this code, so that the same file again is the same import
 * @param basedOn the edition that it follows or is the next version of, whose prompts, documents, threads and measures were taken over
 * @param leftOut what of those could not be taken over
 */
public record ImportedEdition(
        String id,
        String fileName,
        Instant importedAt,
        PortableEdition edition,
        Optional<EditionId> basedOn,
        Set<CriterionCode> voicesToConfirm,
        List<String> leftOut) {

    public ImportedEdition {
        voicesToConfirm = Set.copyOf(voicesToConfirm);
        leftOut = List.copyOf(leftOut);
    }

    public Draft asDraft() {
        return new Draft(1, edition, basedOn, voicesToConfirm);
    }
}
