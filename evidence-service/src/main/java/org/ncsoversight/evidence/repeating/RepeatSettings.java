package org.ncsoversight.evidence.repeating;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** How long answers are kept for repeats; application.yaml explains each. */
@ConfigurationProperties("evidence.idempotency")
@Validated
public record RepeatSettings(
        @NotNull Duration keptFor,
        @NotNull Duration claim,
        @NotNull DataSize largestAnswer) {}
