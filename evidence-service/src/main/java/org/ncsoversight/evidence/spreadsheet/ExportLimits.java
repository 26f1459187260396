package org.ncsoversight.evidence.spreadsheet;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How much may leave in one file; application.yaml explains it. */
@ConfigurationProperties("evidence.export")
@Validated
public record ExportLimits(@Min(1) int rows) {}
