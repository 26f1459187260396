package org.ncsoversight.criteria.accreditation.assessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.store.ReportStore;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.stereotype.Component;

/** Reports as far as somebody may read them: drafts are for those who may write them. */
@Component
class ReportReader {

    static final int MAX_READ = 1_000;

    /** An area for continuous improvement in the newest signed revision of a report. */
    record Improvement(String id, AssessmentReport report, String criterion, String text) {}

    private final ReportStore reports;

    ReportReader(ReportStore reports) {
        this.reports = reports;
    }

    static boolean mayWrite(Ukprn provider, Caller caller) {
        return caller.mayWriteReports() && !caller.own().contains(provider);
    }

    Optional<AssessmentReport> find(UUID id, Caller caller) {
        return reports.find(id, caller.visible())
                .filter(report -> report.signed() || mayWrite(report.provider(), caller));
    }

    List<AssessmentReport> list(Optional<Ukprn> provider, Optional<UUID> after, int limit, Caller caller) {
        // Whoever belongs to a provider reads signed reports only, whatever else they are.
        boolean signedOnly = provider.map(known -> !mayWrite(known, caller))
                .orElse(!caller.mayWriteReports() || !caller.own().isEmpty());
        return reports.list(new ReportStore.Query(provider, signedOnly, after, limit), caller.visible());
    }

    /** Ids stay the same in every revision, as long as the order of an assessor's points does. */
    List<Improvement> improvements(Optional<Ukprn> provider, Caller caller) {
        var found = new ArrayList<Improvement>();
        for (AssessmentReport report : list(provider, Optional.empty(), MAX_READ, caller)) {
            if (report.signed() && report.correctedBy().isEmpty()) {
                report.content().findings().forEach((code, finding) -> {
                    for (int i = 0; i < finding.improvements().size(); i++) {
                        found.add(new Improvement(
                                report.series() + ":" + code.value() + ":" + (i + 1),
                                report,
                                code.value(),
                                finding.improvements().get(i)));
                    }
                });
            }
        }
        return found;
    }
}
