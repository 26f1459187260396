package org.ncsoversight.criteria.accreditation.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Keeps assessor reports. A report on a provider that the caller may not see is not there. */
public interface ReportStore {

    /**
     * Which reports to list.
     *
     * @param provider only on this one, when given
     * @param after only those whose id comes after this one
     */
    record Query(Optional<Ukprn> provider, boolean signedOnly, Optional<UUID> after, int limit) {}

    Optional<AssessmentReport> find(UUID id, VisibleProviders visible);

    /** By id. */
    List<AssessmentReport> list(Query query, VisibleProviders visible);

    /** Keeps a first version, unless the id is taken. */
    boolean add(AssessmentReport report);

    /** Keeps the next version, unless another change came first. */
    boolean replace(AssessmentReport report);
}
