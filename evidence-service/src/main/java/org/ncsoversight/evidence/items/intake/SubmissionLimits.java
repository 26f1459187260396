package org.ncsoversight.evidence.items.intake;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How much a provider may say in one piece of evidence; application.yaml explains each. */
@ConfigurationProperties("evidence.submission")
@Validated
public record SubmissionLimits(
        @Min(1) int titleLengthInCharacters,
        @Min(1) int statementLengthInCharacters,
        @Min(1) int linkLengthInCharacters,
        @Min(1) int ownerLengthInCharacters,
        @Min(1) int periodInYears,
        @Min(1) int reviewWithinYears,
        @NotNull Duration uploadAbandonedAfter) {}
