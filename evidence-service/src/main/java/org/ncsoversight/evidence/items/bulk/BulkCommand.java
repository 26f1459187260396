package org.ncsoversight.evidence.items.bulk;

import java.util.List;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.security.Caller;

/**
 * What somebody wants done with which items.
 *
 * @param owner who shall answer for them; only to reassign
 * @param reason why; may be empty
 */
record BulkCommand(Caller caller, BulkAction action, String owner, String reason, List<Wanted> items) {

    /** An item, and the version of it that they looked at. */
    record Wanted(EvidenceId id, long version) {}
}
