package org.ncsoversight.reporting.contract;

import static java.util.Objects.requireNonNull;

/**
 * What readiness was computed from, for reconciling with the producers.
 *
 * @param hash 16 hex digits: the sum, modulo 2^64, of the first 8 bytes of SHA-256 of {@code kind/id/version} over the
 *     newest version of every entity, so the order of arrival does not show
 */
public record Folded(long evidence, long responses, long shops, long claims, String hash) {

    /** Nothing yet. */
    public static final Folded NOTHING = new Folded(0, 0, 0, 0, "0".repeat(16));

    public Folded {
        requireNonNull(hash, "hash");
    }
}
