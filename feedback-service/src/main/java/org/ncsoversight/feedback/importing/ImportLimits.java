package org.ncsoversight.feedback.importing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How imports are worked through. */
@Validated
@ConfigurationProperties("feedback.import")
public record ImportLimits(
        @Min(1) @Max(1000) int chunkSize,
        @Min(1) int atOnce,
        @Min(1) int faultsListed,
        Duration answerWithin,
        Duration hold,
        Duration abandonedAfter,
        Duration refusedKeptFor) {}
