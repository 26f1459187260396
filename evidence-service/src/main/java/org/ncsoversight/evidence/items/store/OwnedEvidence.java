package org.ncsoversight.evidence.items.store;

import java.time.LocalDate;
import java.util.List;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The evidence people answer for. */
public interface OwnedEvidence {

    /** What was returned to them. */
    List<Evidence> returnedTo(String owner, int limit, VisibleProviders visible);

    /** What counts or waits to, and has its review date by this day; soonest first. */
    List<Evidence> reviewDue(String owner, LocalDate by, int limit, VisibleProviders visible);

    /** What counts or waits to, whoever answers for it, and has its review date on one of these days; soonest first. */
    List<Evidence> reviewDue(LocalDate from, LocalDate to, int limit, VisibleProviders visible);
}
