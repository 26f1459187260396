package org.ncsoversight.evidence.together.reminding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.store.StoreAway;
import org.ncsoversight.evidence.together.mail.Letter;
import org.ncsoversight.evidence.together.mail.Post;
import org.ncsoversight.evidence.together.store.KnownPeople;
import org.ncsoversight.evidence.together.store.KnownPeople.Known;
import org.ncsoversight.evidence.together.store.ReminderStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes to everybody for whom there is something new, once a day at most. What was handed over is marked as said
 * after, so a process that dies in between says it twice rather than never.
 */
@Component
public class SendDigests {

    private static final Logger log = LoggerFactory.getLogger(SendDigests.class);
    private static final int AT_A_TIME = 200;

    /** Longer than handing over one letter can last. */
    private static final Duration TAKEN_FOR = Duration.ofMinutes(10);

    private final KnownPeople people;
    private final ReminderStore store;
    private final GatherDigest gather;
    private final Post post;
    private final ReminderSettings settings;
    private final String publicUrl;
    private final Clock clock;

    SendDigests(
            KnownPeople people,
            ReminderStore store,
            GatherDigest gather,
            Post post,
            ReminderSettings settings,
            @Value("${evidence.public-url}") String publicUrl,
            Clock clock) {
        this.people = people;
        this.store = store;
        this.gather = gather;
        this.post = post;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${evidence.reminders.interval}")
    public void writeToEverybody() {
        ZonedDateTime now = clock.instant().atZone(England.ZONE);
        if (now.toLocalTime().isBefore(settings.from())) {
            return;
        }
        try {
            @Nullable String last = null;
            List<Known> some;
            do {
                some = people.everybody(last, AT_A_TIME);
                some.forEach(known -> write(known, now.toLocalDate()));
                last = some.isEmpty() ? null : some.getLast().person().subject();
            } while (some.size() == AT_A_TIME);
        } catch (StoreAway e) {
            log.atWarn().setCause(e).log("Reminders wait for the database");
        }
    }

    private void write(Known known, LocalDate today) {
        String address = known.email();
        String subject = known.person().subject();
        Instant now = clock.instant();
        if (address == null
                || address.isBlank()
                || !settings.isStillHere(known, now)
                || !store.choice(subject).frequency().isDueOn(today)) {
            return;
        }
        Instant until = now.plus(TAKEN_FOR);
        if (!store.take(subject, today, now, until)) {
            return;
        }
        boolean handedOver = false;
        try {
            Digest digest = gather.of(known, today, now);
            handedOver = !digest.saysNothing() && handOver(digest, known, address, now);
            if (handedOver) {
                store.said(subject, today, now, until, digest.keys());
            }
        } finally {
            if (!handedOver) {
                store.giveBack(subject, until);
            }
        }
    }

    private boolean handOver(Digest digest, Known known, String address, Instant now) {
        var letter = new Letter(id(known, digest.day()), address, Digest.SUBJECT, digest.text(publicUrl), now);
        return switch (post.send(letter)) {
            case Post.Outcome.HandedOver() -> true;
            case Post.Outcome.Refused(String why) -> {
                log.atWarn().log("E-mail {} was not taken and is tried again: {}", letter.id(), why);
                yield false;
            }
        };
    }

    /** Names no person, as it stands in logs and in file names. */
    private static String id(Known known, LocalDate day) {
        return day + "-" + known.person().subject().replaceAll("[^A-Za-z0-9.-]", "-");
    }
}
