package org.ncsoversight.evidence.together.commenting;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How much one comment may say; application.yaml explains each. */
@ConfigurationProperties("evidence.comments")
@Validated
public record CommentLimits(@Min(1) int textLengthInCharacters) {}
