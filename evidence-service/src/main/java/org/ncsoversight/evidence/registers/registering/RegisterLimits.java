package org.ncsoversight.evidence.registers.registering;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** How much a register takes; each property is explained in application.yaml. */
@ConfigurationProperties("evidence.registers")
@Validated
public record RegisterLimits(
        @Min(1) int rows,
        @NotNull DataSize fileSize,
        @Min(1) int badRowsListed,
        @NotNull Duration recountInterval) {}
