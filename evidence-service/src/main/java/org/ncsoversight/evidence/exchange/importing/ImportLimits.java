package org.ncsoversight.evidence.exchange.importing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** How much one import may hold; application.yaml explains each. */
@ConfigurationProperties("evidence.imports")
@Validated
public record ImportLimits(
        @Min(1) int rows,
        @NotNull DataSize tableSize,
        @NotNull DataSize zipSize,
        @Min(1) int zipEntries,
        @NotNull DataSize unpackedSize,
        @Min(2) int compressionRatio) {}
