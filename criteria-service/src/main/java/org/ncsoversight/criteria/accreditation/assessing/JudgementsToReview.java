package org.ncsoversight.criteria.accreditation.assessing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.store.ReportStore;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.springframework.stereotype.Component;

/** The signed reports that judged some criteria under an edition, as far as somebody may see their providers. */
@Component
class JudgementsToReview {

    record Judgement(String path, String provider, String assessed, String criteria) {}

    /** Those to review; more when there are others that are not among them. */
    record Found(List<Judgement> judgements, boolean more) {

        static final Found NONE = new Found(List.of(), false);
    }

    static final int MOST_JUDGEMENTS = 1_000;
    private static final int READ_AT_ONCE = 500;

    private final ReportStore reports;

    JudgementsToReview(ReportStore reports) {
        this.reports = reports;
    }

    Found under(EditionId edition, Set<CriterionCode> criteria, VisibleProviders visible) {
        var found = new ArrayList<Judgement>();
        List<AssessmentReport> some = criteria.isEmpty() ? List.of() : after(Optional.empty(), visible);
        while (!some.isEmpty() && found.size() <= MOST_JUDGEMENTS) {
            some.stream()
                    .filter(report -> report.correctedBy().isEmpty())
                    .filter(report -> report.content().edition().equals(edition))
                    .map(report -> judgement(report, criteria))
                    .filter(judgement -> !judgement.criteria().isEmpty())
                    .forEach(found::add);
            some = after(Optional.of(some.getLast().id()), visible);
        }
        return found.size() > MOST_JUDGEMENTS
                ? new Found(List.copyOf(found.subList(0, MOST_JUDGEMENTS)), true)
                : new Found(List.copyOf(found), false);
    }

    private List<AssessmentReport> after(Optional<UUID> last, VisibleProviders visible) {
        return reports.list(new ReportStore.Query(Optional.empty(), true, last, READ_AT_ONCE), visible);
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
