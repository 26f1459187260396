package org.ncsoversight.evidence.planning.assessing;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How much a self-assessment report may say; application.yaml explains each. */
@ConfigurationProperties("evidence.assessment")
@Validated
public record AssessmentLimits(
        @Min(1) int textLengthInCharacters,
        @Min(1) int reasonLengthInCharacters,
        @Min(1) int periodInYears) {}
