package org.ncsoversight.evidence.reminding;

import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** When people are written to; application.yaml explains each. */
@ConfigurationProperties("evidence.reminders")
@Validated
public record ReminderSettings(@NotNull LocalTime from) {}
