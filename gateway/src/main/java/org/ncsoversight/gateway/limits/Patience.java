package org.ncsoversight.gateway.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** How slowly a caller may send; each property is explained in application.yaml. */
@ConfigurationProperties("gateway.patience")
record Patience(Duration headersWithin, Duration bodyHeadStart, DataSize bodyPerSecond, DataSize refusedBody) {}
