package org.ncsoversight.evidence.store;

import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceState;
import org.ncsoversight.evidence.model.ProviderId;

/** Narrows a list of evidence; what is null is not asked for. */
public record EvidenceFilter(
        @Nullable ProviderId provider,
        @Nullable CriterionCode criterion,
        @Nullable EvidenceState state) {

    public boolean accepts(Evidence evidence) {
        return (provider == null || provider.equals(evidence.provider()))
                && (criterion == null || evidence.content().codes().contains(criterion))
                && (state == null || state == evidence.state());
    }
}
