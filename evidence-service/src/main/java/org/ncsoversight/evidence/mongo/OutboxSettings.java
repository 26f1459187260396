package org.ncsoversight.evidence.mongo;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How unsent events are read. */
@ConfigurationProperties("evidence.outbox")
@Validated
public record OutboxSettings(@Min(1) int batchSize, @NotNull Duration pollInterval) {}
