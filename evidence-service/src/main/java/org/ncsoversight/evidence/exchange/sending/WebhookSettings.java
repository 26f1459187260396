package org.ncsoversight.evidence.exchange.sending;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How webhooks are told; application.yaml explains each. */
@ConfigurationProperties("evidence.webhooks")
@Validated
public record WebhookSettings(
        boolean allowLoopback,
        @NotNull PortRange loopbackPorts,
        @Positive int perProvider,
        @Positive int batch,
        @NotNull Duration timeout,
        @NotNull Duration deliveredKeptFor) {}
