package org.ncsoversight.evidence.repeating;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ncsoversight.evidence.repeating.Answers.Holder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the keys of this process's requests for as long as they take; after a crash nobody does, and they come free. */
@Component
class RequestsUnderWay {

    private final Answers answers;
    private final RepeatSettings settings;
    private final Clock clock;
    private final Set<Holder> holders = ConcurrentHashMap.newKeySet();

    RequestsUnderWay(Answers answers, RepeatSettings settings, Clock clock) {
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    Holder next(String key) {
        return new Holder(key, UUID.randomUUID(), clock.instant().plus(settings.claim()));
    }

    void began(Holder holder) {
        holders.add(holder);
    }

    void ended(Holder holder) {
        holders.remove(holder);
    }

    @Scheduled(fixedDelayString = "${evidence.idempotency.renewal}")
    void renew() {
        if (!holders.isEmpty()) {
            var until = clock.instant().plus(settings.claim());
            answers.renew(holders.stream()
                    .map(holder -> new Holder(holder.key(), holder.holder(), until))
                    .toList());
        }
    }
}
