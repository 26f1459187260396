package org.ncsoversight.evidence.together.assigning;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How much one assignment may say; application.yaml explains each. */
@ConfigurationProperties("evidence.assignments")
@Validated
public record AssignmentLimits(
        @Min(1) int noteLengthInCharacters, @Min(1) int dueWithinYears) {}
