package org.ncsoversight.gateway.routing;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the parts are, and how long we wait for them. */
@ConfigurationProperties("gateway.backends")
record Backends(
        URI criteria,
        URI evidence,
        URI feedback,
        URI outcomes,
        URI reporting,
        Duration connectTimeout,
        Duration readTimeout,
        int connections) {

    URI of(Part part) {
        return switch (part) {
            case CRITERIA -> criteria;
            case EVIDENCE -> evidence;
            case FEEDBACK -> feedback;
            case OUTCOMES -> outcomes;
            case REPORTING -> reporting;
        };
    }
}
