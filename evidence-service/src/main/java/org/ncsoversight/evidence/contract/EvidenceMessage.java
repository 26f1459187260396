package org.ncsoversight.evidence.contract;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceEvent;
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
        Map<String, Integer> criteriaTextVersions) {

    public static final String TOPIC = "ncs.evidence.v1";
    static final String SOURCE = "/evidence-service";

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
                textVersions);
    }

    // Spelt out, never derived from a class name: renaming a class must not change the wire.
    static String typeOf(EvidenceEvent event) {
        return switch (event) {
            case EvidenceEvent.Submitted _ -> "org.ncsoversight.evidence.submitted.v1";
            case EvidenceEvent.Accepted _ -> "org.ncsoversight.evidence.accepted.v1";
            case EvidenceEvent.Returned _ -> "org.ncsoversight.evidence.returned.v1";
            case EvidenceEvent.Withdrawn _ -> "org.ncsoversight.evidence.withdrawn.v1";
        };
    }

    public static OutboxEvent outboxEvent(EvidenceEvent event, JsonMapper json) {
        Evidence evidence = event.evidence();
        Instant at = event.occurredAt();
        return new OutboxEvent(
                event.eventId(),
                TOPIC,
                evidence.provider().ukprn(),
                typeOf(event),
                SOURCE,
                evidence.id().toString(),
                at,
                at,
                json.writeValueAsString(of(evidence)));
    }
}
