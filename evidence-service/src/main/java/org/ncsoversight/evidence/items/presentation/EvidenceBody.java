package org.ncsoversight.evidence.items.presentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
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
        List<Step> history,
        String kind,
        List<Reference> references,
        String classification,
        @Nullable String owner,
        @Nullable String link,
        @Nullable String document,
        List<String> threads,
        List<Revision> revisions,
        @Nullable Approval approval,
        boolean changedSinceApproval,
        @Nullable String reviewer,
        @Nullable String replaces,
        @Nullable String replacedBy) {

    /** A criterion of any edition, and the version of its text that is answered. */
    public record Reference(String edition, String criterion, int textVersion) {}

    /** What was submitted, when and by whom; the hash tells one from another. */
    public record Revision(int revision, String contentHash, String at, String by, List<String> files) {}

    /** What an assessor accepted. */
    public record Approval(int revision, String contentHash, String at, String by) {}

    /** A file, and where to download it. */
    public record File(String file, String name, String type, long size, String sha256, String href) {}

    /** Who did what, when and why. */
    public record Step(
            long version,
            String action,
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
                evidence.history().stream().map(EvidenceBody::body).toList(),
                content.kind().word(),
                content.references().stream()
                        .map(reference -> new Reference(
                                reference.edition(), reference.code().value(), reference.textVersion()))
                        .toList(),
                content.classification().word(),
                content.owner(),
                content.link(),
                content.document(),
                content.threads().stream().map(UUID::toString).toList(),
                evidence.revisions().stream().map(EvidenceBody::body).toList(),
                approval(evidence),
                evidence.changedSinceApproval(),
                evidence.reviewer().map(Person::username).orElse(null),
                text(evidence.replaces()),
                text(evidence.replacedBy()));
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
                step.action().word(),
                step.state().word(),
                step.at().toString(),
                step.by().username(),
                step.reason());
    }

    private static Revision body(org.ncsoversight.evidence.items.model.Revision revision) {
        return new Revision(
                revision.number(),
                revision.contentHash(),
                revision.at().toString(),
                revision.by().username(),
                revision.files().stream().map(file -> file.id().toString()).toList());
    }

    private static @Nullable Approval approval(Evidence evidence) {
        var approval = evidence.approval();
        return approval == null
                ? null
                : new Approval(
                        approval.revision(),
                        approval.contentHash(),
                        approval.at().toString(),
                        approval.by().username());
    }

    private static @Nullable String text(@Nullable EvidenceId id) {
        return id == null ? null : id.toString();
    }
}
