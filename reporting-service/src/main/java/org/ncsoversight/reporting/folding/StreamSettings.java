package org.ncsoversight.reporting.folding;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** How the stream runs; each property is explained in application.yaml. */
@Validated
@ConfigurationProperties("reporting.stream")
public record StreamSettings(
        @NotNull Path stateDir,
        @Min(1) int replicationFactor,
        @NotNull String instance,
        @NotNull Duration commitInterval,
        @NotNull Duration drainInterval,
        @NotNull Duration restartDelay,
        @NotNull Duration downAfter,
        @NotNull DataSize blockCache,
        @NotNull DataSize writeBuffers,
        @NotNull DataSize recordCache) {}
