package org.ncsoversight.outcomes.mongo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How events are sent. */
@Validated
@ConfigurationProperties("outcomes.outbox")
record OutboxLimits(@Min(1) @Max(10_000) int batchSize, Duration pollInterval) {}
