package org.ncsoversight.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A CloudEvent read from bytes, so that nothing can fail before a listener has it; a replay passes for the record it repeats. */
public final class Received {

    private final ConsumerRecord<byte[], byte[]> record;

    public Received(ConsumerRecord<byte[], byte[]> record) {
        this.record = record;
    }

    /** The topic on which it first stood. */
    public String topic() {
        return Replays.firstTopic(record.topic(), record.headers());
    }

    /** What it is, or unreadable when it does not say; nobody deletes anything on our topics, so no value says nothing. */
    public String type() {
        if (record.value() == null) {
            throw new Unreadable(Unreadable.VALUE_MISSING, "There is no value");
        }
        return header("ce_type")
                .orElseThrow(() -> new Unreadable(Unreadable.TYPE_MISSING, "There is no header ce_type"));
    }

    public boolean isOfType(String type) {
        return type().equals(type);
    }

    /** Its value as text, or unreadable when there is none or it is not UTF-8. */
    public String text() {
        byte[] value = record.value();
        if (value == null) {
            throw new Unreadable(Unreadable.VALUE_MISSING, "There is no value");
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(Unreadable.VALUE_UNREADABLE, "The value is not UTF-8", e);
        }
    }

    /** What is not UTF-8 is no key of ours, so it may be anything. */
    public String key() {
        byte[] key = record.key();
        if (key == null) {
            throw new Unreadable(Unreadable.KEY_MISSING, "There is no key");
        }
        return new String(key, UTF_8);
    }

    public Optional<String> header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }

    /** When the fact became true; the broker's time where the record says nothing. */
    public Instant time() {
        return time("ce_time");
    }

    /** When the platform recorded it, which stays the same in a replay. */
    public Instant recordedTime() {
        return time("ce_recordedtime");
    }

    private Instant time(String header) {
        try {
            return header(header)
                    .map(Instant::parse)
                    .orElseGet(() -> Instant.ofEpochMilli(Math.max(0, record.timestamp())));
        } catch (DateTimeException e) {
            throw new Unreadable(Unreadable.FIELD_REFUSED, header + " is not a time", e);
        }
    }
}
