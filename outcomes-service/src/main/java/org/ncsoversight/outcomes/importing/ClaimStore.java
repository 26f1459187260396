package org.ncsoversight.outcomes.importing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimEvent.ClaimRecorded;
import org.ncsoversight.outcomes.model.ClaimId;

/** Keeps claims, each with the order of the import that last changed it. */
public interface ClaimStore {

    /** A claim as it stands. */
    record Stored(Claim claim, long order) {}

    Map<ClaimId, Stored> find(Collection<ClaimId> ids);

    /**
     * Writes each claim with its event if the version before is the one that stands, and leaves it otherwise.
     *
     * @return whether all were written; if not, somebody was faster: look again
     */
    boolean write(List<ClaimRecorded> changes, long order);

    /** Brings the totals of these months up to date with the claims that stand. */
    void recount(Collection<ProviderMonth> months);
}
