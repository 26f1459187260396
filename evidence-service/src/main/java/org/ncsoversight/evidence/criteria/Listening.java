package org.ncsoversight.evidence.criteria;

import java.util.List;
import org.ncsoversight.evidence.items.contract.EvidenceMessage;
import org.ncsoversight.evidence.reporting.ReadinessListener;
import org.ncsoversight.outbox.listening.HeardTopics;
import org.ncsoversight.outbox.listening.ListenerDeadLetters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Which topics are heard here, and where a record goes that cannot be used. */
@Configuration(proxyBeanMethods = false)
@Import(ListenerDeadLetters.class)
class Listening {

    static final String REPLAYS = "ncs.evidence.replays.v1";

    private static final String DEAD_LETTERS = "ncs.evidence.dead-letters.v1";

    @Bean
    HeardTopics heardTopics() {
        return new HeardTopics(
                DEAD_LETTERS,
                List.of(
                        CriteriaListener.STANDARD,
                        CriteriaListener.PROVIDERS,
                        ReadinessListener.READINESS,
                        ReadinessListener.FOLDED,
                        EvidenceMessage.TOPIC,
                        REPLAYS));
    }
}
