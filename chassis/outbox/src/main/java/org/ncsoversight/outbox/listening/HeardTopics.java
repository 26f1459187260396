package org.ncsoversight.outbox.listening;

import java.util.List;

/**
 * What a service listens to, so that each topic's letters are counted from 0.
 *
 * @param letters the topic of its dead letters, for example ncs.feedback.dead-letters.v1
 * @param heard every topic whose records may become one, its replays among them
 */
public record HeardTopics(String letters, List<String> heard) {

    public HeardTopics {
        heard = List.copyOf(heard);
    }
}
