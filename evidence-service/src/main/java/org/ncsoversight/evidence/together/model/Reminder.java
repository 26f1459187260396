package org.ncsoversight.evidence.together.model;

import java.time.LocalDate;
import org.ncsoversight.evidence.model.EvidenceId;

/** One thing to be said once to one person. */
public record Reminder(String subject, EvidenceId item, String title, LocalDate reviewDate, ReminderStep step) {

    /** Unique for person, item, review date and step; a new review date starts over. */
    public String key() {
        return "%s|%s|%s|%d".formatted(subject, item, reviewDate, step.days());
    }
}
