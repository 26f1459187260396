package org.ncsoversight.criteria.store;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.store.ReportStore;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Reports for tests that need no database. */
public class InMemoryReportStore implements ReportStore {

    private final TreeMap<UUID, AssessmentReport> reports = new TreeMap<>();

    @Override
    public Optional<AssessmentReport> find(UUID id, VisibleProviders visible) {
        return Optional.ofNullable(reports.get(id)).filter(report -> visible.include(report.provider()));
    }

    @Override
    public List<AssessmentReport> list(Query query, VisibleProviders visible) {
        return reports.values().stream()
                .filter(report -> visible.include(report.provider()))
                .filter(report ->
                        query.provider().map(report.provider()::equals).orElse(true))
                .filter(report -> report.signed() || !query.signedOnly())
                .filter(report -> query.after()
                        .map(after -> report.id().compareTo(after) > 0)
                        .orElse(true))
                .limit(query.limit())
                .toList();
    }

    @Override
    public boolean add(AssessmentReport report) {
        return reports.putIfAbsent(report.id(), report) == null;
    }

    @Override
    public boolean replace(AssessmentReport report) {
        AssessmentReport kept = reports.get(report.id());
        if (kept == null || kept.version() != report.version() - 1) {
            return false;
        }
        reports.put(report.id(), report);
        return true;
    }
}
