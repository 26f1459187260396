package org.ncsoversight.outcomes.file;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** How much of a file we take. */
@Validated
@ConfigurationProperties("outcomes.file")
public record FileLimits(
        DataSize size, @Min(1) int rows, @Min(1) int faultsKept) {}
