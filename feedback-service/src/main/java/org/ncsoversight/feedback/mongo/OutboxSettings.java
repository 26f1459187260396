package org.ncsoversight.feedback.mongo;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How the relay sends. */
@Validated
@ConfigurationProperties("feedback.outbox")
record OutboxSettings(@Min(1) int batchSize, Duration pollInterval) {}
