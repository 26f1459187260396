package org.ncsoversight.evidence.reminding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.reminder.Reminder;
import org.ncsoversight.evidence.model.reminder.ReminderStep;
import org.ncsoversight.evidence.model.teamwork.Assignment;
import org.ncsoversight.evidence.model.teamwork.Comment;
import org.ncsoversight.evidence.security.ScheduledWork;
import org.ncsoversight.evidence.store.AssignmentStore;
import org.ncsoversight.evidence.store.CommentStore;
import org.ncsoversight.evidence.store.KnownPeople;
import org.ncsoversight.evidence.store.KnownPeople.Known;
import org.ncsoversight.evidence.store.OwnedEvidence;
import org.ncsoversight.evidence.store.ReminderStore;
import org.springframework.stereotype.Component;

/** Finds what one person has not been told yet. */
@Component
class GatherDigest {

    private static final int MOST_ITEMS = 1000;
    private static final int MOST_TASKS = 100;
    private static final int MOST_MENTIONS = 100;

    /** How far the first e-mail to somebody looks back. */
    private static final Period FIRST_LOOK = Period.ofDays(7);

    private final OwnedEvidence evidence;
    private final AssignmentStore assignments;
    private final CommentStore comments;
    private final KnownPeople people;
    private final ReminderStore reminders;
    private final ScheduledWork scheduled;

    GatherDigest(
            OwnedEvidence evidence,
            AssignmentStore assignments,
            CommentStore comments,
            KnownPeople people,
            ReminderStore reminders,
            ScheduledWork scheduled) {
        this.evidence = evidence;
        this.assignments = assignments;
        this.comments = comments;
        this.people = people;
        this.reminders = reminders;
        this.scheduled = scheduled;
    }

    Digest of(Known known, LocalDate today, Instant now) {
        Instant since = reminders.lastSaid(known.person().subject()).orElseGet(() -> now.minus(FIRST_LOOK));
        return new Digest(today, remindersOf(known, today), given(known, since), mentions(known, since));
    }

    private List<Reminder> remindersOf(Known known, LocalDate today) {
        LocalDate until = today.plusDays(ReminderStep.FIRST_DAYS);
        var due = evidence.reviewDue(today, until, MOST_ITEMS, scheduled.ownOf(known.person())).stream()
                .filter(item -> concerns(known, item.content().owner()))
                .flatMap(item -> reminder(known, item, today))
                .toList();
        var said = reminders.alreadySaid(due.stream().map(Reminder::key).collect(Collectors.toSet()));
        return due.stream().filter(one -> !said.contains(one.key())).toList();
    }

    /** Whoever answers for it; leads do while nobody knows where its owner can be reached. */
    private boolean concerns(Known known, @Nullable String owner) {
        if (known.person().username().equals(owner)) {
            return true;
        }
        return known.lead() && (owner == null || people.named(owner).isEmpty());
    }

    private static Stream<Reminder> reminder(Known known, Evidence item, LocalDate today) {
        var content = item.content();
        return ReminderStep.on(today, content.reviewDate()).stream()
                .map(step ->
                        new Reminder(known.person().subject(), item.id(), content.title(), content.reviewDate(), step));
    }

    private List<Assignment> given(Known known, Instant since) {
        var open = new AssignmentStore.Filter(known.person().username(), null, Assignment.State.OPEN, null);
        return assignments.list(open, null, MOST_TASKS, scheduled.ownOf(known.person())).assignments().stream()
                .filter(one -> !one.assignedAt().isBefore(since))
                .toList();
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
