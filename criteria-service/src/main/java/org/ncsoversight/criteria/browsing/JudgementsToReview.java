package org.ncsoversight.criteria.browsing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.model.assessment.AssessmentReport;
import org.ncsoversight.criteria.model.standard.CriterionCode;
import org.ncsoversight.criteria.model.standard.EditionId;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.store.ReportStore;
import org.springframework.stereotype.Component;

/** The signed reports that judged some criteria under an edition, as far as somebody may see their providers. */
@Component
class JudgementsToReview {

    record Judgement(String path, String provider, String assessed, String criteria) {}

    private static final int MOST_REPORTS = 1_000;

    private final ReportStore reports;

    JudgementsToReview(ReportStore reports) {
        this.reports = reports;
    }

    List<Judgement> under(EditionId edition, Set<CriterionCode> criteria, VisibleProviders visible) {
        if (criteria.isEmpty()) {
            return List.of();
        }
        var signed = new ReportStore.Query(Optional.empty(), true, Optional.empty(), MOST_REPORTS);
        return reports.list(signed, visible).stream()
                .filter(report -> report.correctedBy().isEmpty())
                .filter(report -> report.content().edition().equals(edition))
                .map(report -> judgement(report, criteria))
                .filter(judgement -> !judgement.criteria().isEmpty())
                .toList();
    }

    private static Judgement judgement(AssessmentReport report, Set<CriterionCode> criteria) {
        String judged = report.content().findings().entrySet().stream()
                .filter(finding -> criteria.contains(finding.getKey()))
                .filter(finding -> finding.getValue().met().isPresent())
                .map(finding -> finding.getKey().value())
                .collect(Collectors.joining(", "));
        Optional<LocalDate> last = report.content().to();
        return new Judgement(
                "/providers/" + report.provider().value() + "/reports/" + report.id(),
                report.provider().value(),
                last.map(UkDate::of).orElse(""),
                judged);
    }
}
