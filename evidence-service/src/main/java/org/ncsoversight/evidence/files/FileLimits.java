package org.ncsoversight.evidence.files;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** Which files are taken, and how many of them; application.yaml explains each. */
@ConfigurationProperties("evidence.submission")
@Validated
public record FileLimits(
        @Min(0) int files,
        @NotNull DataSize fileSize,
        @Min(1) int fileNameLengthInCharacters,
        @NotEmpty Set<String> fileTypes) {}
