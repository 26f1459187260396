package org.ncsoversight.outcomes.importing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimEvent.ClaimRecorded;
import org.ncsoversight.outcomes.model.ClaimId;

/** Keeps claims, each with the order of the import that last changed it. */
public interface ClaimStore {

    /**
     * A claim as it stands.
     *
     * @param order of the import that last changed it
     * @param confirmed the order of the last import that said the same or changed it
     */
    record Stored(Claim claim, long order, long confirmed) {}

    Map<ClaimId, Stored> find(Collection<ClaimId> ids);

    /**
     * Writes each claim with its event if the version before is the one that stands and no later import has confirmed
     * it, and leaves it otherwise.
     *
     * @return whether all were written; if not, somebody was faster: look again
     */
    boolean write(List<ClaimRecorded> changes, long order);

    /**
     * Notes for each, if this version is the one that stands, that an import of this order says the same.
     *
     * @return whether all still stood; if not, somebody was faster: look again
     */
    boolean confirm(List<Claim> unchanged, long order);

    /** Brings the totals of these months up to date with the claims that stand. */
    void recount(Collection<ProviderMonth> months);
}
