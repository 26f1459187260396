package org.ncsoversight.reporting.folding;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.ncsoversight.reporting.heard.Heard;

/** A record that could not be used, unchanged, with headers that say why and where it stood. */
public final class DeadLetter {

    /** Longest detail kept, in characters. */
    private static final int DETAIL_LIMIT = 500;

    private DeadLetter() {}

    /** Where the record stood. */
    public record Origin(String topic, int partition, long offset) {

        @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // Kafka Streams hands it over like this.
        static Origin of(Optional<RecordMetadata> metadata) {
            return metadata.map(at -> new Origin(at.topic(), at.partition(), at.offset()))
                    .orElseGet(() -> new Origin("unknown", -1, -1));
        }
    }

    /** The record's own headers and ours. */
    public static Headers headers(Headers original, Origin origin, Heard.Unreadable unreadable) {
        var headers = new RecordHeaders(original.toArray());
        String detail = unreadable.detail();
        add(headers, "dead-letter-reason", unreadable.reason());
        add(headers, "dead-letter-detail", detail.substring(0, Math.min(detail.length(), DETAIL_LIMIT)));
        add(headers, "dead-letter-topic", origin.topic());
        add(headers, "dead-letter-partition", Integer.toString(origin.partition()));
        add(headers, "dead-letter-offset", Long.toString(origin.offset()));
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
