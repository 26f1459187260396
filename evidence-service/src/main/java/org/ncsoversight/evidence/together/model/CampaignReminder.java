package org.ncsoversight.evidence.together.model;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One campaign that waits for an answer, to be said once to one person at each step.
 *
 * @param step "asked", then as many days before the due date as a {@link ReminderStep}, then "late"
 */
public record CampaignReminder(String subject, UUID campaign, String title, LocalDate dueOn, String step) {

    public static CampaignReminder of(String subject, Campaign campaign, LocalDate today) {
        LocalDate due = campaign.asked().dueOn();
        String step = campaign.isLateOn(today)
                ? "late"
                : ReminderStep.on(today, due)
                        .map(one -> Integer.toString(one.days()))
                        .orElse("asked");
        return new CampaignReminder(subject, campaign.id(), campaign.asked().title(), due, step);
    }

    /** Unique for person, campaign, due date and step; a new due date starts over. */
    public String key() {
        return "%s|%s|%s|%s".formatted(subject, campaign, dueOn, step);
    }
}
