package org.ncsoversight.evidence.together.reminding;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.ncsoversight.evidence.together.store.KnownPeople.Known;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** When people are written to; application.yaml explains each. */
@ConfigurationProperties("evidence.reminders")
@Validated
public record ReminderSettings(
        @NotNull LocalTime from, @Positive int seenWithinDays) {

    /** Nobody tells this service who left; whoever has not called for long is written to no more. */
    boolean isStillHere(Known known, Instant now) {
        return !known.seenAt().isBefore(now.minus(Duration.ofDays(seenWithinDays)));
    }
}
