package org.ncsoversight.evidence.items.reviewing;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How much an assessor may write. */
@ConfigurationProperties("evidence.review")
@Validated
public record ReviewLimits(@Min(1) int reasonLengthInCharacters) {}
