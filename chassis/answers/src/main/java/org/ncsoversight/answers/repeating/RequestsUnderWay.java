package org.ncsoversight.answers.repeating;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ncsoversight.answers.repeating.KeptAnswers.Holder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the keys of this process's requests for as long as they take; after a crash nobody does, and they come free. */
final class RequestsUnderWay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RequestsUnderWay.class);

    private final KeptAnswers answers;
    private final RepeatSettings settings;
    private final Clock clock;
    private final Set<Holder> holders = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("requests-under-way").daemon().factory());

    RequestsUnderWay(KeptAnswers answers, RepeatSettings settings, Clock clock) {
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
        long pause = settings.renewal().toMillis();
        var _ = renewing.scheduleWithFixedDelay(this::renewAll, pause, pause, TimeUnit.MILLISECONDS);
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

    void renew() {
        if (!holders.isEmpty()) {
            var until = clock.instant().plus(settings.claim());
            answers.renew(holders.stream()
                    .map(holder -> new Holder(holder.key(), holder.holder(), until))
                    .toList());
        }
    }

    /** What is scheduled ends for good with its first exception. */
    private void renewAll() {
        try {
            renew();
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Keys of requests under way not renewed; tried again");
        }
    }

    @Override
    public void close() {
        renewing.shutdownNow();
    }
}
