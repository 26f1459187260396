package org.ncsoversight.criteria.accreditation.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.criteria.model.Ukprn;

/**
 * A report on one provider. Signed, it never changes again; what must be put right is put right by the next revision.
 *
 * @param series the first revision's id, which all revisions share
 * @param reason why this revision was needed; of the first, empty
 * @param correctedBy the revision that took this one's place, once that is signed
 */
public record AssessmentReport(
        UUID id,
        UUID series,
        int revision,
        long version,
        Ukprn provider,
        ReportContent content,
        String reason,
        String writtenBy,
        Optional<Signature> signature,
        Optional<UUID> correctedBy) {

    /** Who answers for it since when. */
    public record Signature(String by, Instant at) {}

    public static final int MAX_REASON = 1_000;

    public static AssessmentReport begun(UUID id, Ukprn provider, ReportContent content, String by) {
        return new AssessmentReport(id, id, 1, 1, provider, content, "", by, Optional.empty(), Optional.empty());
    }

    public boolean signed() {
        return signature.isPresent();
    }

    public AssessmentReport saying(ReportContent other, String by) {
        if (signed()) {
            throw new IllegalStateException("A signed report is frozen");
        }
        return new AssessmentReport(
                id, series, revision, version + 1, provider, other, reason, by, signature, correctedBy);
    }

    public AssessmentReport signed(String by, Instant at) {
        return new AssessmentReport(
                id,
                series,
                revision,
                version + 1,
                provider,
                content,
                reason,
                writtenBy,
                Optional.of(new Signature(by, at)),
                correctedBy);
    }

    /** A draft that says the same, to be put right. */
    public AssessmentReport correction(UUID next, String why, String by) {
        return new AssessmentReport(
                next, series, revision + 1, 1, provider, content, why, by, Optional.empty(), Optional.empty());
    }

    public AssessmentReport correctedBy(UUID next) {
        return new AssessmentReport(
                id, series, revision, version + 1, provider, content, reason, writtenBy, signature, Optional.of(next));
    }
}
