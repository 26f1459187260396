package org.ncsoversight.evidence.planning.improving;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How much one improvement action may say; application.yaml explains each. */
@ConfigurationProperties("evidence.improvement")
@Validated
public record ImprovementLimits(
        @Min(1) int titleLengthInCharacters,
        @Min(1) int textLengthInCharacters,
        @Min(1) int sources,
        @Min(1) int dueWithinYears) {}
