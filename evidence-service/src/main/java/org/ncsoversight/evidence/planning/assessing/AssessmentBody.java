package org.ncsoversight.evidence.planning.assessing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.planning.assessing.report.ReportJson;
import org.ncsoversight.evidence.planning.model.Report;
import org.ncsoversight.evidence.planning.model.Section;
import org.ncsoversight.evidence.planning.model.SelfAssessment;

/** A self-assessment report as the API shows it; the content of a list's entries is left out. */
record AssessmentBody(
        String assessment,
        long version,
        String provider,
        String state,
        String edition,
        String periodFrom,
        String periodTo,
        int number,
        @Nullable String replaces,
        @Nullable String reason,
        String startedAt,
        String startedBy,
        @Nullable String signedAt,
        @Nullable String signedBy,
        @Nullable String contentHash,
        Map<String, SectionBody> sections,
        @Nullable Report content) {

    /** What was written in one section; its version goes into If-Match when it is changed. */
    record SectionBody(
            long version,
            String text,
            String strengths,
            String gaps,
            @Nullable String by) {

        static SectionBody of(Section section) {
            return new SectionBody(
                    section.version(), section.text(), section.strengths(), section.gaps(), section.by());
        }
    }

    static AssessmentBody of(SelfAssessment assessment, @Nullable Report content) {
        var signature = assessment.signed();
        var sections = new TreeMap<String, SectionBody>();
        assessment.sections().forEach((key, section) -> sections.put(key.value(), SectionBody.of(section)));
        return new AssessmentBody(
                assessment.id().toString(),
                assessment.version(),
                assessment.provider().ukprn(),
                assessment.isSigned() ? "signed" : "draft",
                assessment.edition(),
                assessment.period().from().toString(),
                assessment.period().to().toString(),
                assessment.number(),
                Optional.ofNullable(assessment.replaces()).map(UUID::toString).orElse(null),
                assessment.reason(),
                assessment.started().at().toString(),
                assessment.started().by().username(),
                signature.map(by -> by.at().toString()).orElse(null),
                signature.map(by -> by.by().username()).orElse(null),
                signature
                        .map(SelfAssessment.Signature::contentHash)
                        .orElse(content == null ? null : ReportJson.hash(ReportJson.write(content))),
                sections,
                content);
    }
}
