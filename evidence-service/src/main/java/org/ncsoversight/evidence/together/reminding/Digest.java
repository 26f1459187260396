package org.ncsoversight.evidence.together.reminding;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.model.CampaignReminder;
import org.ncsoversight.evidence.together.model.Comment;
import org.ncsoversight.evidence.together.model.Reminder;

/** What one person is told on one day. Comments are only pointed at: what they say stays where access is checked. */
record Digest(
        LocalDate day,
        List<Reminder> reminders,
        List<CampaignReminder> campaigns,
        List<Assignment> given,
        List<Comment> mentions) {

    static final String SUBJECT = "NCS Oversight: what is new for you";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    boolean saysNothing() {
        return reminders.isEmpty() && campaigns.isEmpty() && given.isEmpty() && mentions.isEmpty();
    }

    List<String> keys() {
        return Stream.concat(
                        reminders.stream().map(Reminder::key),
                        campaigns.stream().map(CampaignReminder::key))
                .toList();
    }

    /** Links begin with this address. */
    String text(String publicUrl) {
        var text = new StringBuilder();
        section(
                text,
                "Evidence that reaches its review date",
                reminders,
                reminder -> "%s\n  Review date: %s (%s)\n  %s"
                        .formatted(
                                reminder.title(),
                                DATE.format(reminder.reviewDate()),
                                left(reminder.reviewDate()),
                                publicUrl + "/evidence/" + reminder.item()));
        section(
                text,
                "Campaigns that wait for your organisation’s answer",
                campaigns,
                one -> "%s\n  Due: %s%s\n  %s"
                        .formatted(
                                one.title(),
                                DATE.format(one.dueOn()),
                                one.dueOn().isBefore(day) ? " (overdue)" : "",
                                publicUrl + "/evidence/campaigns/" + one.campaign()));
        section(
                text,
                "Tasks given to you",
                given,
                one -> "Evidence for criterion %s\n  Due: %s\n  %s"
                        .formatted(
                                one.work().criterion(),
                                DATE.format(one.work().dueOn()),
                                publicUrl + "/evidence/assignments/" + one.id()));
        section(
                text,
                "Comments that mention you",
                mentions,
                comment ->
                        "From %s\n  %s".formatted(comment.by().username(), publicUrl + "/evidence/" + comment.item()));
        text.append("How often you get this e-mail: ").append(publicUrl).append("/evidence/reminders\n");
        return text.toString();
    }

    private String left(LocalDate reviewDate) {
        long days = ChronoUnit.DAYS.between(day, reviewDate);
        if (days == 0) {
            return "today";
        }
        return days == 1 ? "in 1 day" : "in %d days".formatted(days);
    }

    private static <T> void section(StringBuilder text, String heading, List<T> entries, Function<T, String> written) {
        if (entries.isEmpty()) {
            return;
        }
        text.append(heading).append("\n\n");
        entries.forEach(entry -> text.append("- ").append(written.apply(entry)).append("\n\n"));
    }
}
