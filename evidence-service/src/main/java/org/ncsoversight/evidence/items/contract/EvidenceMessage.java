package org.ncsoversight.evidence.items.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceTopic;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.json.JsonMapper;

/** A record on {@link #TOPIC} as contracts/ promises it: the public state, nothing of what was written by people. */
public record EvidenceMessage(
        String evidence,
        long version,
        String ukprn,
        String edition,
        List<String> criteria,
        String voice,
        String state,
        String periodFrom,
        String periodTo,
        String reviewDate,
        int files,
        Map<String, Integer> criteriaTextVersions,
        String kind,
        List<ReferencePart> references,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String document) {

    /** A criterion of any edition that the item answers. */
    public record ReferencePart(String edition, String criterion, int textVersion) {}

    public static final String TOPIC = EvidenceTopic.NAME;

    static EvidenceMessage of(Evidence evidence) {
        var content = evidence.content();
        var textVersions = new LinkedHashMap<String, Integer>();
        content.criteria().forEach((code, version) -> textVersions.put(code.value(), version));
        return new EvidenceMessage(
                evidence.id().toString(),
                evidence.version(),
                evidence.provider().ukprn(),
                content.edition(),
                content.codes().stream().map(CriterionCode::value).toList(),
                content.voice().word(),
                evidence.state().word(),
                content.period().from().toString(),
                content.period().to().toString(),
                content.reviewDate().toString(),
                evidence.files().size(),
                textVersions,
                content.kind().word(),
                content.references().stream()
                        .map(reference -> new ReferencePart(
                                reference.edition(), reference.code().value(), reference.textVersion()))
                        .toList(),
                content.document());
    }

    // Spelt out, never derived from a class name: renaming a class must not change the wire.
    static Optional<String> typeOf(EvidenceEvent event) {
        return switch (event) {
            case EvidenceEvent.Submitted _ -> Optional.of("org.ncsoversight.evidence.submitted.v1");
            case EvidenceEvent.ReviewStarted _ -> Optional.of("org.ncsoversight.evidence.review-started.v1");
            case EvidenceEvent.ReviewReleased _ -> Optional.of("org.ncsoversight.evidence.review-released.v1");
            case EvidenceEvent.Accepted _ -> Optional.of("org.ncsoversight.evidence.accepted.v1");
            case EvidenceEvent.Returned _ -> Optional.of("org.ncsoversight.evidence.returned.v1");
            case EvidenceEvent.Withdrawn _ -> Optional.of("org.ncsoversight.evidence.withdrawn.v1");
            case EvidenceEvent.Superseded _ -> Optional.of("org.ncsoversight.evidence.superseded.v1");
            case EvidenceEvent.Expired _ -> Optional.of("org.ncsoversight.evidence.expired.v1");
            case EvidenceEvent.Reaffirmed _ -> Optional.of("org.ncsoversight.evidence.reaffirmed.v1");
            case EvidenceEvent.Arranged _ -> Optional.empty();
            case EvidenceEvent.Imported imported -> typeOf(imported.evidence().state());
        };
    }

    /** What brought an item into its state, where only the state is known. */
    private static Optional<String> typeOf(EvidenceState state) {
        return switch (state) {
            case DRAFT -> Optional.empty();
            case SUBMITTED -> Optional.of("org.ncsoversight.evidence.submitted.v1");
            case IN_REVIEW -> Optional.of("org.ncsoversight.evidence.review-started.v1");
            case ACCEPTED -> Optional.of("org.ncsoversight.evidence.accepted.v1");
            case RETURNED -> Optional.of("org.ncsoversight.evidence.returned.v1");
            case WITHDRAWN -> Optional.of("org.ncsoversight.evidence.withdrawn.v1");
            case SUPERSEDED -> Optional.of("org.ncsoversight.evidence.superseded.v1");
            case EXPIRED -> Optional.of("org.ncsoversight.evidence.expired.v1");
        };
    }

    /** Empty when nothing public has changed. */
    public static List<OutboxEvent> outboxEvents(EvidenceEvent event, JsonMapper json) {
        Evidence evidence = event.evidence();
        Instant at = event.occurredAt();
        return typeOf(event).stream()
                .map(type -> new OutboxEvent(
                        event.eventId(),
                        TOPIC,
                        evidence.provider().ukprn(),
                        type,
                        EvidenceTopic.SOURCE,
                        evidence.id().toString(),
                        at,
                        event.recordedAt(),
                        json.writeValueAsString(of(evidence))))
                .toList();
    }
}
