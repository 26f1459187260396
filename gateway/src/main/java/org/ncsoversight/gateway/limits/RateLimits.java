package org.ncsoversight.gateway.limits;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How many requests a caller may send. */
@ConfigurationProperties("gateway.rate-limits")
record RateLimits(Rate person, Rate machine, Address address, int callers, Set<String> trustedProxies) {

    /** What one address may ask for while we do not know by whom. */
    record Address(Rate anything, Rate signIn, Rate tokens, Rate assets) {}

    /** A steady rate, and how many may come at once on top of it. */
    record Rate(int perSecond, int burst) {

        Rate {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException("gateway.rate-limits need a per-second and a burst above 0");
            }
        }

        Bucket bucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build();
        }
    }

    RateLimits {
        if (callers < 1) {
            throw new IllegalArgumentException("gateway.rate-limits.callers must be above 0");
        }
    }
}
