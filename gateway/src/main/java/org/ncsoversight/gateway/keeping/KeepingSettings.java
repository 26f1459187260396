package org.ncsoversight.gateway.keeping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** How much is kept, and for how long; each property is explained in application.yaml. */
@ConfigurationProperties("gateway.kept-forms")
record KeepingSettings(DataSize largest, DataSize inAll, int perPerson, Duration life) {}
