package org.ncsoversight.reporting.folding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.heard.Heard;
import org.ncsoversight.reporting.heard.Origin;

/**
 * A record that could not be used, with headers that say why and where it stood; always small enough to be written.
 *
 * <p>What is too large is cut, and its size and hash say what it was: the record itself stays where it stood.
 */
final class DeadLetter {

    static final int VALUE_IN_BYTES = 512 * 1024;
    static final int HEADERS_IN_BYTES = 64 * 1024;
    static final int KEY_IN_BYTES = 1024;

    /** Longest detail kept, in characters. */
    private static final int DETAIL_LIMIT = 500;

    private static final String OURS = "dead-letter-";

    private DeadLetter() {}

    static ProducerRecord<String, byte[]> of(
            Origin origin,
            @Nullable String key,
            byte @Nullable [] value,
            Headers original,
            Heard.Unreadable unreadable,
            Instant now) {
        var headers = new RecordHeaders();
        if (sizeOf(original) <= HEADERS_IN_BYTES) {
            // A letter that was replayed in vain is a new letter of the same record.
            Arrays.stream(original.toArray())
                    .filter(header ->
                            !header.key().startsWith(OURS) && !header.key().equals(Origin.REPLAY_HEADER))
                    .forEach(headers::add);
        } else {
            add(headers, OURS + "headers-dropped", "true");
        }
        String detail = unreadable.detail();
        add(headers, OURS + "reason", unreadable.reason());
        add(headers, OURS + "detail", detail.substring(0, Math.min(detail.length(), DETAIL_LIMIT)));
        add(headers, Origin.TOPIC_HEADER, origin.topic());
        add(headers, OURS + "partition", Integer.toString(origin.partition()));
        add(headers, OURS + "offset", Long.toString(origin.offset()));
        add(headers, OURS + "time", now.toString());
        return new ProducerRecord<>(
                ReadinessTopology.DEAD_LETTERS, null, shortened(key, headers), shortened(value, headers), headers);
    }

    private static @Nullable String shortened(@Nullable String key, Headers headers) {
        int size = key == null ? 0 : key.getBytes(StandardCharsets.UTF_8).length;
        if (size <= KEY_IN_BYTES) {
            return key;
        }
        add(headers, OURS + "key-size", Integer.toString(size));
        return null;
    }

    private static byte @Nullable [] shortened(byte @Nullable [] value, Headers headers) {
        if (value == null || value.length <= VALUE_IN_BYTES) {
            return value;
        }
        add(headers, OURS + "size", Integer.toString(value.length));
        add(headers, OURS + "sha256", sha256(value));
        return null;
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sizeOf(Headers headers) {
        long size = 0;
        for (Header header : headers) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
