package org.ncsoversight.outcomes.mongo;

import java.time.ZoneOffset;
import org.ncsoversight.outbox.OutboxEvent;
import org.ncsoversight.outcomes.contract.ClaimMessage;
import org.ncsoversight.outcomes.model.ClaimEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes events out as the outbox takes them. */
@Component
class ClaimEvents {

    private final JsonMapper json;

    ClaimEvents(JsonMapper json) {
        this.json = json;
    }

    OutboxEvent outboxEventOf(ClaimEvent event) {
        var claim = event.claim();
        return new OutboxEvent(
                event.eventId(),
                ClaimMessage.TOPIC,
                claim.provider().value(),
                ClaimMessage.typeOf(event),
                ClaimMessage.SOURCE,
                claim.id().value().toString(),
                claim.effectiveOn().atStartOfDay().toInstant(ZoneOffset.UTC),
                event.recordedAt(),
                json.writeValueAsString(ClaimMessage.of(claim)));
    }
}
