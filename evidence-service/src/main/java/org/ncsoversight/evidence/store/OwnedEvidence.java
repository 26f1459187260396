package org.ncsoversight.evidence.store;

import java.time.LocalDate;
import java.util.List;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The evidence one person answers for. */
public interface OwnedEvidence {

    /** What was returned to them. */
    List<Evidence> returnedTo(String owner, int limit, VisibleProviders visible);

    /** What counts or waits to, and has its review date by this day; soonest first. */
    List<Evidence> reviewDue(String owner, LocalDate by, int limit, VisibleProviders visible);
}
