package org.ncsoversight.evidence.together.campaigning;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How much one campaign may ask; application.yaml explains each. */
@ConfigurationProperties("evidence.campaigns")
@Validated
public record CampaignLimits(
        @Min(1) int titleLengthInCharacters,
        @Min(1) int textLengthInCharacters,
        @Min(1) int providers,
        @Min(1) int dueWithinYears) {}
