package org.ncsoversight.reporting.heard;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Says where exactly: {@code topic/partition/offset}. */
    public static final String REPLAY_HEADER = "replay-of";

    private static final Pattern PLACE = Pattern.compile("([a-z0-9.-]{1,100})/([0-9]{1,6})/([0-9]{1,18})");

    /** The place itself, or for a replayed record its origin; empty when that is not one of the topics read here. */
    public static Optional<Origin> of(String topic, int partition, long offset, Headers headers) {
        if (!topic.equals(Topics.REPLAYS)) {
            return Optional.of(new Origin(topic, partition, offset));
        }
        Optional<String> first = text(headers, TOPIC_HEADER).filter(Topics.FROM_PRODUCERS::contains);
        return first.map(known -> place(headers, known).orElseGet(() -> new Origin(known, partition, offset)));
    }

    private static Optional<Origin> place(Headers headers, String topic) {
        return text(headers, REPLAY_HEADER)
                .map(PLACE::matcher)
                .filter(Matcher::matches)
                .filter(place -> place.group(1).equals(topic))
                .map(place -> new Origin(topic, Integer.parseInt(place.group(2)), Long.parseLong(place.group(3))));
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
