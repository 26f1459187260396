package org.ncsoversight.criteria.deadletters.resolving;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.store.LetterStore;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps every dead letter that a service writes, once. */
@Component
class HearLetters {

    private static final Pattern TOPIC = Pattern.compile("ncs\\.([a-z]+)\\.dead-letters\\.v1");

    private final LetterStore letters;

    HearLetters(LetterStore letters) {
        this.letters = letters;
    }

    @KafkaListener(
            id = "dead-letters",
            topics = {
                "ncs.evidence.dead-letters.v1",
                "ncs.feedback.dead-letters.v1",
                "ncs.outcomes.dead-letters.v1",
                "ncs.reporting.dead-letters.v1"
            },
            idIsGroup = false)
    void hear(ConsumerRecord<byte[], byte[]> record) {
        LetterReading.Read read = LetterReading.read(record, serviceOf(record.topic()));
        letters.keep(read.letter(), read.original());
        read.letter().replayOf().flatMap(letters::find).ifPresent(before -> tellFailedAgain(before, read.letter()));
    }

    /** Tried until nobody else changed the letter at the same moment, or it says so already. */
    private void tellFailedAgain(Letter before, Letter again) {
        Letter known = before;
        while (known.handling().failedAgain().filter(again.id()::equals).isEmpty()
                && !letters.change(known, known.failedAgainAs(again.id()))) {
            known = letters.find(before.id()).orElse(before.failedAgainAs(again.id()));
        }
    }

    private static String serviceOf(String topic) {
        Matcher named = TOPIC.matcher(topic);
        return named.matches() ? named.group(1) : topic;
    }
}
