package org.ncsoversight.reporting.heard;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where a record was first heard.
 *
 * <p>A record that an administrator replays comes on a topic of its own and is treated as if it came from its origin.
 */
public record Origin(String topic, int partition, long offset) {

    /** Says on which topic a replayed record was first heard. */
    public static final String TOPIC_HEADER = "dead-letter-topic";

    /** The place itself, with the topic on which a replayed record was first heard; empty when that is not one read here. */
    public static Optional<Origin> of(String topic, int partition, long offset, Headers headers) {
        if (!topic.equals(Topics.REPLAYS)) {
            return Optional.of(new Origin(topic, partition, offset));
        }
        return text(headers, TOPIC_HEADER)
                .filter(Topics.FROM_PRODUCERS::contains)
                .map(known -> new Origin(known, partition, offset));
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
