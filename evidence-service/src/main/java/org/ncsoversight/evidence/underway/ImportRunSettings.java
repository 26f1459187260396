package org.ncsoversight.evidence.underway;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How imports go on behind their requests; application.yaml explains each. */
@ConfigurationProperties("evidence.import-runs")
@Validated
public record ImportRunSettings(
        @NotNull Duration answerWithin,
        @Min(1) int atOnce,
        @NotNull Duration hold,
        @NotNull Duration keptFor) {}
