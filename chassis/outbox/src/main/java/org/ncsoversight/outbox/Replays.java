package org.ncsoversight.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Topics of records that are read again after a fix; each says in a header on which topic it first stood. */
public final class Replays {

    private static final String END = ".replays.v1";

    private Replays() {}

    public static boolean isReplay(String topic) {
        return topic.endsWith(END);
    }

    /** The topic itself, or for a replay the one its header names. */
    public static String firstTopic(String topic, Headers headers) {
        Header first = isReplay(topic) ? headers.lastHeader(DeadLetter.TOPIC) : null;
        return first == null || first.value() == null ? topic : new String(first.value(), UTF_8);
    }
}
