package org.ncsoversight.evidence.together.reminding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.security.ScheduledWork;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.model.CampaignReminder;
import org.ncsoversight.evidence.together.model.Comment;
import org.ncsoversight.evidence.together.model.Reminder;
import org.ncsoversight.evidence.together.store.AssignmentStore;
import org.ncsoversight.evidence.together.store.CommentStore;
import org.ncsoversight.evidence.together.store.KnownPeople.Known;
import org.ncsoversight.evidence.together.store.ReminderStore;
import org.springframework.stereotype.Component;

/** Finds what one person has not been told yet. */
@Component
class GatherDigest {

    private static final int TASKS_AT_A_TIME = 100;
    private static final int MOST_MENTIONS = 100;

    /** How far the first e-mail to somebody looks back. */
    private static final Period FIRST_LOOK = Period.ofDays(7);

    private final GatherReviewDates reviewDates;
    private final GatherCampaigns campaigns;
    private final AssignmentStore assignments;
    private final CommentStore comments;
    private final ReminderStore reminders;
    private final ScheduledWork scheduled;

    GatherDigest(
            GatherReviewDates reviewDates,
            GatherCampaigns campaigns,
            AssignmentStore assignments,
            CommentStore comments,
            ReminderStore reminders,
            ScheduledWork scheduled) {
        this.reviewDates = reviewDates;
        this.campaigns = campaigns;
        this.assignments = assignments;
        this.comments = comments;
        this.reminders = reminders;
        this.scheduled = scheduled;
    }

    Digest of(Known known, LocalDate today, Instant now) {
        Instant since = reminders.lastSaid(known.person().subject()).orElseGet(() -> now.minus(FIRST_LOOK));
        return new Digest(
                today,
                notYetSaid(reviewDates.of(known, today, now), Reminder::key),
                notYetSaid(campaigns.of(known, today), CampaignReminder::key),
                given(known, since),
                mentions(known, since));
    }

    private <T> List<T> notYetSaid(List<T> due, Function<T, String> key) {
        var said = reminders.alreadySaid(due.stream().map(key).collect(Collectors.toSet()));
        return due.stream().filter(one -> !said.contains(key.apply(one))).toList();
    }

    /** All open ones are looked through: a new one may be due after any number of old ones. */
    private List<Assignment> given(Known known, Instant since) {
        var open = new AssignmentStore.Filter(known.person().username(), null, Assignment.State.OPEN, null);
        var given = new ArrayList<Assignment>();
        @Nullable String after = null;
        do {
            var page = assignments.list(open, after, TASKS_AT_A_TIME, scheduled.ownOf(known.person()));
            page.assignments().stream()
                    .filter(one -> !one.assignedAt().isBefore(since))
                    .forEach(given::add);
            after = page.next().orElse(null);
        } while (after != null);
        return given;
    }

    /** Those who oversee are called from anywhere; what a comment says is shown to them only where they may look. */
    private List<Comment> mentions(Known known, Instant since) {
        var organisation = known.person().organisation();
        var visible = organisation == null ? scheduled.everyProvider() : scheduled.ownOf(known.person());
        var reader = new CommentStore.Reader(visible, organisation);
        return comments.calling(known.person().username(), MOST_MENTIONS, reader).stream()
                .filter(comment -> !comment.wordings().getLast().at().isBefore(since))
                .toList();
    }
}
