package org.ncsoversight.evidence.items.bulk;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How many items one request may change; application.yaml explains it. */
@ConfigurationProperties("evidence.bulk")
@Validated
public record BulkLimits(@Min(1) int items) {}
