package org.ncsoversight.evidence.presenting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceFile;
import org.springframework.http.ResponseEntity;

/** A piece of evidence as the API shows it to those who may see it. */
public record EvidenceBody(
        String evidence,
        long version,
        String provider,
        String state,
        String title,
        String statement,
        String voice,
        String edition,
        List<String> criteria,
        Map<String, Integer> criteriaTextVersions,
        String periodFrom,
        String periodTo,
        String reviewDate,
        String submittedAt,
        List<File> files,
        List<Step> history) {

    /** A file, and where to download it. */
    public record File(String file, String name, String type, long size, String sha256, String href) {}

    /** Who did what, when and why. */
    public record Step(
            long version,
            String state,
            String at,
            String by,
            @Nullable String reason) {}

    public static EvidenceBody of(Evidence evidence) {
        var content = evidence.content();
        var textVersions = new LinkedHashMap<String, Integer>();
        content.criteria().forEach((code, version) -> textVersions.put(code.value(), version));
        return new EvidenceBody(
                evidence.id().toString(),
                evidence.version(),
                evidence.provider().ukprn(),
                evidence.state().word(),
                content.title(),
                content.statement(),
                content.voice().word(),
                content.edition(),
                content.codes().stream().map(CriterionCode::value).toList(),
                textVersions,
                content.period().from().toString(),
                content.period().to().toString(),
                content.reviewDate().toString(),
                evidence.submitted().at().toString(),
                evidence.files().stream().map(file -> body(evidence, file)).toList(),
                evidence.history().stream().map(EvidenceBody::body).toList());
    }

    /** The usual answer, with the version as its ETag. */
    public static ResponseEntity<EvidenceBody> answer(Evidence evidence) {
        return answer(ResponseEntity.ok(), evidence);
    }

    public static ResponseEntity<EvidenceBody> answer(ResponseEntity.BodyBuilder answer, Evidence evidence) {
        return answer.eTag(Long.toString(evidence.version())).body(of(evidence));
    }

    private static File body(Evidence evidence, EvidenceFile file) {
        return new File(
                file.id().toString(),
                file.name(),
                file.type(),
                file.sizeInBytes(),
                file.sha256(),
                "/api/evidence/items/%s/files/%s".formatted(evidence.id(), file.id()));
    }

    private static Step body(Evidence.Step step) {
        return new Step(
                step.version(),
                step.state().word(),
                step.at().toString(),
                step.by().username(),
                step.reason());
    }
}
