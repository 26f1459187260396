package org.ncsoversight.criteria.accreditation.assessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.model.Finding;
import org.ncsoversight.criteria.accreditation.model.Interviewed;
import org.ncsoversight.criteria.accreditation.model.Recommendation;
import org.ncsoversight.criteria.pages.Paragraphs;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.Element;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.stereotype.Component;

/** A report as its pages show it, under the edition it was written for. */
@Component
class ReportTasks {

    record Summary(
            String id,
            String label,
            String days,
            String state,
            String tag,
            String assessor,
            String recommendation,
            String edition,
            int revision,
            String reason,
            boolean signed,
            String correctedBy) {}

    record CriterionRow(String code, String title, String status, String tag, Finding finding, List<String> evidence) {

        public List<String> text() {
            return Paragraphs.of(finding.text());
        }
    }

    record ElementRow(int number, String title, List<String> narrative, List<CriterionRow> criteria) {}

    record Group(String code, String label, String number) {}

    private final EditionStore editions;

    ReportTasks(EditionStore editions) {
        this.editions = editions;
    }

    Edition edition(AssessmentReport report) {
        return editions.find(report.content().edition()).orElseThrow();
    }

    Summary summary(AssessmentReport report) {
        var content = report.content();
        String state = report.signed() ? report.correctedBy().isPresent() ? "Corrected since" : "Signed" : "Draft";
        return new Summary(
                report.id().toString(),
                content.type().label(),
                content.from().map(UkDate::of).orElse("")
                        + content.to().map(to -> " to " + UkDate.of(to)).orElse(""),
                state,
                state.equals("Signed") ? "govuk-tag--green" : "govuk-tag--grey",
                content.assessor(),
                content.recommendation().map(Recommendation::label).orElse(""),
                edition(report).title(),
                report.revision(),
                report.reason(),
                report.signed(),
                report.correctedBy().map(UUID::toString).orElse(""));
    }

    List<Group> interviewed(AssessmentReport report) {
        var groups = new ArrayList<Group>();
        for (Interviewed group : Interviewed.values()) {
            groups.add(new Group(
                    group.code(),
                    group.label(),
                    Optional.ofNullable(report.content().interviewed().get(group))
                            .map(String::valueOf)
                            .orElse("")));
        }
        return groups;
    }

    List<ElementRow> elements(AssessmentReport report) {
        Edition edition = edition(report);
        return edition.elements().stream()
                .map(element -> row(edition, element, report))
                .toList();
    }

    private static ElementRow row(Edition edition, Element element, AssessmentReport report) {
        return new ElementRow(
                element.number(),
                element.title(),
                Paragraphs.of(report.content().narratives().getOrDefault(element.number(), "")),
                edition.criteriaOf(element).stream()
                        .map(criterion -> row(criterion, report.content().finding(criterion.code())))
                        .toList());
    }

    private static CriterionRow row(Criterion criterion, Finding finding) {
        String status = finding.met().map(met -> met ? "Met" : "Not met").orElse("Not judged");
        String tag = switch (status) {
            case "Met" -> "govuk-tag--green";
            case "Not met" -> "govuk-tag--red";
            default -> "govuk-tag--grey";
        };
        return new CriterionRow(
                criterion.code().value(),
                criterion.title(),
                status,
                tag,
                finding,
                finding.evidence().stream().map(UUID::toString).toList());
    }
}
