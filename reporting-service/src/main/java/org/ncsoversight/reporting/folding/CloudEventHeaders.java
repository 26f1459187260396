package org.ncsoversight.reporting.folding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 in Kafka binary mode. */
final class CloudEventHeaders {

    private static final String SOURCE = "/reporting-service";

    private CloudEventHeaders() {}

    /** The id is made from the name, so that computing the same again makes the same event. */
    static Headers of(String type, String name, String ukprn, Instant now) {
        var headers = new RecordHeaders();
        UUID id = UUID.nameUUIDFromBytes((type + "/" + name).getBytes(StandardCharsets.UTF_8));
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id.toString());
        add(headers, "ce_source", SOURCE);
        add(headers, "ce_type", type);
        add(headers, "ce_time", now.toString());
        add(headers, "ce_subject", ukprn);
        add(headers, "ce_recordedtime", now.toString());
        add(headers, "ce_partitionkey", ukprn);
        add(headers, "content-type", "application/json");
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
