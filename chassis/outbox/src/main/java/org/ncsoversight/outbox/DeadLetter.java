package org.ncsoversight.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A record that could not be used: itself as far as it is small enough, with headers that say why, where and when. */
public final class DeadLetter {

    public static final String REASON = "dead-letter-reason";
    public static final String DETAIL = "dead-letter-detail";
    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";
    public static final String TIME = "dead-letter-time";
    /** Only of a value that was cut. */
    public static final String SIZE = "dead-letter-size";
    /** Only of a value that was cut. */
    public static final String SHA_256 = "dead-letter-sha256";
    /** Only of a key that was cut. */
    public static final String KEY_SIZE = "dead-letter-key-size";

    public static final String HEADERS_DROPPED = "dead-letter-headers-dropped";
    /** Of a replay that failed again: the topic that the record stood on when it was first read. */
    public static final String FIRST_TOPIC = "dead-letter-first-topic";
    /** Of a replay, and of its letter if it fails again: topic/partition/offset of the letter it comes from. */
    public static final String REPLAY_OF = "replay-of";

    public static final int VALUE_LIMIT_IN_BYTES = 512 * 1024;
    public static final int HEADERS_LIMIT_IN_BYTES = 64 * 1024;
    public static final int KEY_LIMIT_IN_BYTES = 1024;
    public static final int DETAIL_LIMIT_IN_CHARACTERS = 500;

    private static final String OWN = "dead-letter-";

    /** Where the record stood. */
    public record Origin(String topic, int partition, long offset) {

        @Override
        public String toString() {
            return topic + "/" + partition + "/" + offset;
        }
    }

    private final Origin origin;
    private final String reason;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Headers headers;

    private DeadLetter(Origin origin, String reason, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        this.origin = origin;
        this.reason = reason;
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    public static DeadLetter of(ConsumerRecord<byte[], byte[]> record, Unreadable why, Instant at) {
        return of(
                new Origin(record.topic(), record.partition(), record.offset()),
                record.key(),
                record.value(),
                record.headers(),
                why,
                at);
    }

    public static DeadLetter of(
            Origin origin,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers original,
            Unreadable why,
            Instant at) {
        Headers headers = kept(original);
        add(headers, REASON, why.reason());
        add(headers, DETAIL, cut(why.detail()));
        add(headers, TOPIC, origin.topic());
        add(headers, PARTITION, Integer.toString(origin.partition()));
        add(headers, OFFSET, Long.toString(origin.offset()));
        add(headers, TIME, at.toString());
        if (Replays.isReplay(origin.topic())) {
            add(headers, FIRST_TOPIC, Replays.firstTopic(origin.topic(), original));
        }
        return new DeadLetter(origin, why.reason(), keyOf(key, headers), valueOf(value, headers), headers);
    }

    private static byte @Nullable [] keyOf(byte @Nullable [] key, Headers headers) {
        if (key == null || key.length <= KEY_LIMIT_IN_BYTES) {
            return key;
        }
        add(headers, KEY_SIZE, Integer.toString(key.length));
        return null;
    }

    private static byte @Nullable [] valueOf(byte @Nullable [] value, Headers headers) {
        if (value == null || value.length <= VALUE_LIMIT_IN_BYTES) {
            return value;
        }
        add(headers, SIZE, Integer.toString(value.length));
        add(headers, SHA_256, sha256(value));
        return null;
    }

    /** As it is put onto a topic of dead letters. */
    public ProducerRecord<byte[], byte[]> on(String topic) {
        return new ProducerRecord<>(topic, null, key, value, headers);
    }

    public Origin origin() {
        return origin;
    }

    public String reason() {
        return reason;
    }

    public byte @Nullable [] key() {
        return key;
    }

    public byte @Nullable [] value() {
        return value;
    }

    public Headers headers() {
        return headers;
    }

    /** The record's own headers, without what an earlier letter said; all or none, because half would mean something else. */
    private static Headers kept(Headers original) {
        var kept = new RecordHeaders();
        long size = 0;
        for (Header header : original) {
            if (!header.key().startsWith(OWN)) {
                kept.add(header);
                size += header.key().length() + (header.value() == null ? 0 : header.value().length);
            }
        }
        if (size <= HEADERS_LIMIT_IN_BYTES) {
            return kept;
        }
        var dropped = new RecordHeaders();
        add(dropped, HEADERS_DROPPED, "true");
        Header replayOf = original.lastHeader(REPLAY_OF);
        if (replayOf != null && replayOf.value() != null && replayOf.value().length <= KEY_LIMIT_IN_BYTES) {
            dropped.add(replayOf);
        }
        return dropped;
    }

    private static String cut(String detail) {
        return detail.substring(0, Math.min(detail.length(), DETAIL_LIMIT_IN_CHARACTERS));
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
