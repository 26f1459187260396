package org.ncsoversight.criteria.accreditation.assessing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.accreditation.assessing.ReportReader.Improvement;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport.Signature;
import org.ncsoversight.criteria.accreditation.model.Recommendation;
import org.ncsoversight.criteria.standard.model.CriterionCode;

/** A report as JSON. */
record ReportView(
        UUID id,
        UUID series,
        int revision,
        long version,
        String state,
        String provider,
        String type,
        String edition,
        String assessor,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String scope,
        Map<String, Integer> interviewed,
        List<ReportEntry.Found> findings,
        Map<Integer, String> narratives,
        @Nullable String recommendation,
        String reason,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        @Nullable UUID correctedBy) {

    static ReportView of(AssessmentReport report) {
        var content = report.content();
        var interviewed = new TreeMap<String, Integer>();
        content.interviewed().forEach((group, number) -> interviewed.put(group.code(), number));
        return new ReportView(
                report.id(),
                report.series(),
                report.revision(),
                report.version(),
                report.signed() ? "signed" : "draft",
                report.provider().value(),
                content.type().code(),
                content.edition().value(),
                content.assessor(),
                content.from().orElse(null),
                content.to().orElse(null),
                content.scope(),
                interviewed,
                content.findings().entrySet().stream()
                        .map(entry -> ReportEntry.found(entry.getKey(), entry.getValue()))
                        .toList(),
                content.narratives(),
                content.recommendation().map(Recommendation::code).orElse(null),
                report.reason(),
                report.signature().map(Signature::by).orElse(null),
                report.signature().map(Signature::at).orElse(null),
                report.correctedBy().orElse(null));
    }

    /** An area for continuous improvement, to be linked to by its id. */
    record Afci(
            String id,
            UUID report,
            String provider,
            String type,
            @Nullable LocalDate assessedOn,
            String edition,
            String criterion,
            String text,
            List<UUID> evidence) {

        static Afci of(Improvement improvement) {
            var report = improvement.report();
            return new Afci(
                    improvement.id(),
                    report.id(),
                    report.provider().value(),
                    report.content().type().code(),
                    report.content().to().orElse(null),
                    report.content().edition().value(),
                    improvement.criterion(),
                    improvement.text(),
                    report.content()
                            .finding(CriterionCode.of(improvement.criterion()))
                            .evidence());
        }
    }
}
