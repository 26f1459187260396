package org.ncsoversight.criteria.messages;

import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.UUID;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** How this service writes JSON for others, and what every event of its says about itself. */
public final class Wire {

    public static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultNullHandling(usual -> usual.withContentNulls(Nulls.FAIL))
            .build();

    private static final String SOURCE = "/criteria-service";

    private Wire() {}

    public static OutboxEvent event(UUID id, Instant recordedAt, String topic, String type, String key, Object value) {
        return new OutboxEvent(
                id, topic, key, type, SOURCE, key, recordedAt, recordedAt, JSON.writeValueAsString(value));
    }
}
