package org.ncsoversight.reporting.live;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Limits of live updates; each property is explained in application.yaml. */
@Validated
@ConfigurationProperties("reporting.live")
record LiveSettings(
        @Min(0) int connections,
        @Min(1) int perPerson,
        @NotNull Duration keepAlive,
        @NotNull Duration lifetime) {}
