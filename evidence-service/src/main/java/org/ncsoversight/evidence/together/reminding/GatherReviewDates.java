package org.ncsoversight.evidence.together.reminding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.store.OwnedEvidence;
import org.ncsoversight.evidence.security.ScheduledWork;
import org.ncsoversight.evidence.together.model.Reminder;
import org.ncsoversight.evidence.together.model.ReminderStep;
import org.ncsoversight.evidence.together.store.KnownPeople;
import org.ncsoversight.evidence.together.store.KnownPeople.Known;
import org.springframework.stereotype.Component;

/** Finds the evidence that reaches its review date and that somebody answers for. */
@Component
class GatherReviewDates {

    private static final int MOST_ITEMS = 1000;

    private final OwnedEvidence evidence;
    private final KnownPeople people;
    private final ReminderSettings settings;
    private final ScheduledWork scheduled;

    GatherReviewDates(OwnedEvidence evidence, KnownPeople people, ReminderSettings settings, ScheduledWork scheduled) {
        this.evidence = evidence;
        this.people = people;
        this.settings = settings;
        this.scheduled = scheduled;
    }

    List<Reminder> of(Known known, LocalDate today, Instant now) {
        LocalDate until = today.plusDays(ReminderStep.FIRST_DAYS);
        return evidence.reviewDue(today, until, MOST_ITEMS, scheduled.ownOf(known.person())).stream()
                .filter(item -> concerns(known, item.content().owner(), now))
                .flatMap(item -> reminder(known, item, today))
                .toList();
    }

    /** Whoever answers for it; leads do while its owner cannot be reached. */
    private boolean concerns(Known known, @Nullable String owner, Instant now) {
        if (known.person().username().equals(owner)) {
            return true;
        }
        return known.lead()
                && (owner == null
                        || people.named(owner)
                                .filter(one -> settings.isStillHere(one, now))
                                .isEmpty());
    }

    private static Stream<Reminder> reminder(Known known, Evidence item, LocalDate today) {
        Content content = item.content();
        return ReminderStep.on(today, content.reviewDate()).stream()
                .map(step -> new Reminder(
                        known.person().subject(), item.id(), titleOutside(content), content.reviewDate(), step));
    }

    /** E-mails pass through systems that may not hold what is sensitive. */
    private static String titleOutside(Content content) {
        return content.classification() == Classification.OFFICIAL_SENSITIVE ? "An item" : content.title();
    }
}
