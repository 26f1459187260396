package org.ncsoversight.gateway.limits;

import io.github.bucket4j.Bucket;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each of many callers may still send; the caller not heard of for longest is forgotten first. */
final class Buckets {

    private final RateLimits.Rate rate;
    private final Map<String, Bucket> buckets;

    Buckets(RateLimits.Rate rate, int most) {
        this.rate = rate;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > most;
            }
        };
    }

    Bucket of(String caller) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(caller, _ -> rate.bucket());
        }
    }
}
