package org.ncsoversight.criteria.deadletters.resolving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.Original;
import org.ncsoversight.criteria.deadletters.model.Sha256;
import org.ncsoversight.outbox.DeadLetter;

/** Our reading of a dead letter. It makes the best of whatever it says: a dead letter of a dead letter helps nobody. */
final class LetterReading {

    record Read(Letter letter, Original original) {}

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final Pattern REASON = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9._-]{1,249})/[0-9]{1,9}/[0-9]{1,18}");
    private static final String OWN = "dead-letter-";
    private static final String UNKNOWN = "unknown";

    private final ConsumerRecord<byte[], byte[]> record;
    private final String service;

    private LetterReading(ConsumerRecord<byte[], byte[]> record, String service) {
        this.record = record;
        this.service = service;
    }

    static Read read(ConsumerRecord<byte[], byte[]> record, String service) {
        return new LetterReading(record, service).read();
    }

    private Read read() {
        Letter.Origin origin = origin();
        Optional<String> replayOf =
                text(DeadLetter.REPLAY_OF).filter(place -> PLACE.matcher(place).matches());
        var kind = new Letter.Kind(service, firstTopic(origin, replayOf), word(DeadLetter.REASON, REASON));
        var letter = new Letter(
                Letter.idOf(service, origin.toString()),
                kind,
                origin,
                cut(text(DeadLetter.DETAIL).orElse("")),
                at(),
                content(),
                replayOf.map(place -> Letter.idOf(service, place)),
                Letter.Handling.NONE);
        return new Read(letter, original());
    }

    /** A letter that does not say where its record stood is known by where it stands itself. */
    private Letter.Origin origin() {
        Optional<String> topic =
                text(DeadLetter.TOPIC).filter(name -> TOPIC.matcher(name).matches());
        long partition = number(DeadLetter.PARTITION);
        long offset = number(DeadLetter.OFFSET);
        if (topic.isEmpty() || partition < 0 || partition > Integer.MAX_VALUE || offset < 0) {
            return new Letter.Origin(record.topic(), record.partition(), record.offset());
        }
        return new Letter.Origin(topic.get(), (int) partition, offset);
    }

    private String firstTopic(Letter.Origin origin, Optional<String> replayOf) {
        return text(DeadLetter.FIRST_TOPIC)
                .filter(name -> TOPIC.matcher(name).matches())
                .or(() -> replayOf.map(place -> place.substring(0, place.indexOf('/'))))
                .orElse(origin.topic());
    }

    private Instant at() {
        var byBroker = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
        try {
            Instant told = text(DeadLetter.TIME).map(Instant::parse).orElse(byBroker);
            return told.isAfter(byBroker) ? byBroker : told;
        } catch (DateTimeException e) {
            return byBroker;
        }
    }

    private Letter.Content content() {
        long cutSize = number(DeadLetter.SIZE);
        byte[] value = record.value();
        boolean whole = cutSize < 0
                && number(DeadLetter.KEY_SIZE) < 0
                && text(DeadLetter.HEADERS_DROPPED).isEmpty();
        if (value == null) {
            return new Letter.Content(Math.max(0, cutSize), hash(), whole);
        }
        return new Letter.Content(value.length, Sha256.of(value), whole);
    }

    private String hash() {
        return text(DeadLetter.SHA_256)
                .filter(hash -> SHA_256.matcher(hash).matches())
                .orElse("");
    }

    /** Without what the letter itself adds. */
    private Original original() {
        List<Original.Header> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(OWN) && !header.key().equals(DeadLetter.REPLAY_OF) && header.value() != null) {
                headers.add(new Original.Header(header.key(), new Original.Bytes(header.value())));
            }
        }
        return new Original(bytes(record.key()), bytes(record.value()), headers);
    }

    private static Optional<Original.Bytes> bytes(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(Original.Bytes::new);
    }

    private String word(String header, Pattern form) {
        return text(header).filter(word -> form.matcher(word).matches()).orElse(UNKNOWN);
    }

    /** -1 where there is none. */
    private long number(String header) {
        return text(header)
                .filter(number -> NUMBER.matcher(number).matches())
                .map(Long::parseLong)
                .orElse(-1L);
    }

    private Optional<String> text(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }

    private static String cut(String detail) {
        return detail.substring(0, Math.min(detail.length(), DeadLetter.DETAIL_LIMIT_IN_CHARACTERS));
    }
}
