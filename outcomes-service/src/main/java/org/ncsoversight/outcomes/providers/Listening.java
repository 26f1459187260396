package org.ncsoversight.outcomes.providers;

import java.util.List;
import org.ncsoversight.outbox.listening.HeardTopics;
import org.ncsoversight.outbox.listening.ListenerDeadLetters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Which topics are heard here, and where a record goes that cannot be used. */
@Configuration(proxyBeanMethods = false)
@Import(ListenerDeadLetters.class)
class Listening {

    static final String REPLAYS = "ncs.outcomes.replays.v1";

    private static final String DEAD_LETTERS = "ncs.outcomes.dead-letters.v1";

    @Bean
    HeardTopics heardTopics() {
        return new HeardTopics(DEAD_LETTERS, List.of(ProvidersListener.TOPIC, REPLAYS));
    }
}
