package org.ncsoversight.evidence.items.expiring;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** When accepted evidence stops counting; application.yaml explains each. */
@ConfigurationProperties("evidence.expiry")
@Validated
public record ExpirySettings(
        @Min(1) int graceInDays, @NotNull Set<String> singleDocuments) {}
