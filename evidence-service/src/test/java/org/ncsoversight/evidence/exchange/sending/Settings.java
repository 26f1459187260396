package org.ncsoversight.evidence.exchange.sending;

import java.time.Duration;

/** Settings for tests. */
final class Settings {

    private Settings() {}

    static WebhookSettings with(boolean allowLoopback, String loopbackPorts) {
        return new WebhookSettings(
                allowLoopback, PortRange.of(loopbackPorts), 10, 100, Duration.ofSeconds(5), Duration.ofDays(1));
    }
}
